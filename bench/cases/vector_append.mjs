export const title = "call v.append(x), returns an object";
export const count = 200_000;

export function prepare(h) {
  const vector = h.Vector();
  return (count) => {
    for (let i = 0; i < count; i++) vector.append(i);
    return () => vector.resize(0);
  };
}
