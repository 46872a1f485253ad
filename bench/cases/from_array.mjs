export const title = "make a Vector of an array of a million";
export const count = 10;

export function prepare(h) {
  const numbers = new Float64Array(1_000_000).fill(1);
  return (count) => {
    for (let i = 0; i < count; i++) if (h.Vector(numbers).size() !== 1_000_000) throw new Error("wrong copy");
  };
}
