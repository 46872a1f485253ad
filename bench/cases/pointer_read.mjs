export const title = "read seg._ref_v[0], made anew";
export const count = 200_000;

export function prepare(h) {
  const segment = h.Section({ name: "soma" })(0.5);
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += segment._ref_v[0];
    if (sum === 0) throw new Error("nothing was read");
  };
}
