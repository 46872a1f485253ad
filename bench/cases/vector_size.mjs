export const title = "call v.size()";
export const count = 200_000;

export function prepare(h) {
  const vector = h.Vector([1, 2, 3]);
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += vector.size();
    if (sum !== 3 * count) throw new Error("wrong size");
  };
}
