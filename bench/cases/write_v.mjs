export const title = "write seg.v";
export const count = 500_000;

export function prepare(h) {
  const segment = h.Section({ name: "soma" })(0.5);
  return (count) => {
    for (let i = 0; i < count; i++) segment.v = i;
  };
}
