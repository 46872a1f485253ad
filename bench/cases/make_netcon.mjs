export const title = "make a NetCon";
export const count = 20_000;

export function prepare(h) {
  const soma = h.Section({ name: "soma" });
  const synapse = h.ExpSyn(soma(0.5));
  const source = h.NetStim();
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) made.push(h.NetCon(source, synapse));
    return () => {
      for (const netcon of made.reverse()) netcon.dispose();
    };
  };
}
