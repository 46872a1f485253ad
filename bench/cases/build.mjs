export const title = "build a cell, two sections and all on them";
export const count = 2_000;

function cell(h) {
  const soma = h.Section({ name: "soma" });
  const dend = h.Section({ name: "dend" });
  soma.L = soma.diam = 20;
  dend.L = 200;
  dend.diam = 2;
  dend.nseg = 5;
  dend.connect(soma(1));
  soma.insert("hh");
  dend.insert("pas");
  const synapse = h.ExpSyn(dend(0.5));
  synapse.tau = 2;
  const stimulus = h.NetStim();
  stimulus.start = 10;
  stimulus.number = 5;
  const connection = h.NetCon(stimulus, synapse);
  connection.delay = 1;
  connection.weight[0] = 0.01;
  const recorder = h.Vector().record(soma(0.5)._ref_v);
  return { soma, dend, synapse, stimulus, connection, recorder };
}

export function remove({ soma, dend, stimulus }) {
  stimulus.dispose();
  dend.dispose();
  soma.dispose();
}

export { cell };

export function prepare(h) {
  return (count) => {
    const cells = [];
    for (let i = 0; i < count; i++) cells.push(cell(h));
    return () => cells.forEach(remove);
  };
}
