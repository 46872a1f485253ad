export const title = "read h.t";
export const count = 500_000;

export function prepare(h) {
  h.t = 1;
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += h.t;
    if (sum === 0) throw new Error("nothing was read");
  };
}
