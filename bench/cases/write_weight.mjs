export const title = "write netcon.weight[0]";
export const count = 200_000;

export function prepare(h) {
  const netcon = h.NetCon(h.NetStim(), h.ExpSyn(h.Section({ name: "soma" })(0.5)));
  return (count) => {
    for (let i = 0; i < count; i++) netcon.weight[0] = i;
  };
}
