export const title = "copy a Vector of a million, v.toArray()";
export const count = 10;
// The memory of the first copies is fresh; later ones come back to it.
export const warmUp = 6;

export function prepare(h) {
  const vector = h.Vector(1_000_000).fill(1);
  return (count) => {
    for (let i = 0; i < count; i++) if (vector.toArray()[5] !== 1) throw new Error("wrong copy");
  };
}
