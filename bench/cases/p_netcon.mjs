export const title = "p: a NetCon, each between its own two";
export const count = 20_000;
export const counts = { "nrn-patch": 2_000 };

function ends(h, count) {
  const soma = h.Section({ name: "soma" });
  const synapses = Array.from({ length: count }, () => h.ExpSyn(soma(0.5)));
  return { synapses, sources: Array.from({ length: count }, () => h.NetStim()) };
}

const remove = (made) => () => {
  for (const netcon of made) netcon.dispose();
};

export function prepare(p, count) {
  const { synapses, sources } = ends(p, count);
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++)
      made.push(p.NetCon(sources[i], synapses[i], { weight: 0.01, delay: 2, threshold: 5 }));
    return remove(made);
  };
}

export function plain(h, count) {
  const { synapses, sources } = ends(h, count);
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) {
      const netcon = h.NetCon(sources[i], synapses[i]);
      netcon.weight[0] = 0.01;
      netcon.delay = 2;
      netcon.threshold = 5;
      made.push(netcon);
    }
    return remove(made);
  };
}
