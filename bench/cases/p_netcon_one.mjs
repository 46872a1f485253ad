export const title = "p: a NetCon, 10 000 onto one synapse";
export const count = 10_000;

function ends(h, count) {
  const soma = h.Section({ name: "soma" });
  const synapse = h.ExpSyn(soma(0.5));
  return { synapse, sources: Array.from({ length: count }, () => h.NetStim()) };
}

const remove = (made) => () => {
  for (const netcon of made) netcon.dispose();
};

export function prepare(p, count) {
  const { synapse, sources } = ends(p, count);
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) made.push(p.NetCon(sources[i], synapse, { weight: 0.01, delay: 2, threshold: 5 }));
    return remove(made);
  };
}

export function plain(h, count) {
  const { synapse, sources } = ends(h, count);
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) {
      const netcon = h.NetCon(sources[i], synapse);
      netcon.weight[0] = 0.01;
      netcon.delay = 2;
      netcon.threshold = 5;
      made.push(netcon);
    }
    return remove(made);
  };
}
