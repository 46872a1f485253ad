export const title = "fill a Vector from an array of a million";
export const count = 10;
// The memory of the first copies is fresh; later ones come back to it.
export const warmUp = 6;

export function prepare(h) {
  const vector = h.Vector(1_000_000);
  const numbers = new Float64Array(1_000_000).fill(1);
  return (count) => {
    for (let i = 0; i < count; i++) if (vector.from_python(numbers) !== vector) throw new Error("wrong Vector");
  };
}
