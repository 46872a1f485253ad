export const title = "read seg.v";
export const count = 500_000;

export function prepare(h) {
  const segment = h.Section({ name: "soma" })(0.5);
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += segment.v;
    if (sum === 0) throw new Error("nothing was read");
  };
}
