export const title = "make and drop 300 000 Vectors";
export const kind = "memory";
export const count = 300_000;
export const whole = true;
export const samples = 3;

export function prepare(h) {
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += h.Vector(10).length;
    if (sum !== 10 * count) throw new Error("wrong size");
  };
}
