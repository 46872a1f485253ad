export const title = "p: a whole cell, synapse, stimulus, connection and recorder on it";
export const count = 2_000;

const remove = (cells) => () => {
  for (const { soma, dend, stimulus } of cells) {
    stimulus.dispose();
    dend.dispose();
    soma.dispose();
  }
};

const many = (cell) => (count) => {
  const cells = [];
  for (let i = 0; i < count; i++) cells.push(cell());
  return remove(cells);
};

export function prepare(p) {
  return many(() => {
    const soma = p.Section({ L: 20, diam: 20, insert: "hh" });
    const dend = p.Section({ L: 200, diam: 2, nseg: 5, insert: "pas" });
    dend.connect(soma(1));
    const synapse = p.ExpSyn(dend(0.5));
    synapse.tau = 2;
    const stimulus = synapse.stimulate({ start: 10, number: 5, interval: 10, weight: 0.01, delay: 1 });
    return { soma, dend, stimulus, recorder: soma.record() };
  });
}

export function plain(h) {
  return many(() => {
    const soma = h.Section();
    soma.L = soma.diam = 20;
    soma.insert("hh");
    const dend = h.Section();
    dend.L = 200;
    dend.diam = 2;
    dend.nseg = 5;
    dend.insert("pas");
    dend.connect(soma(1));
    const synapse = h.ExpSyn(dend(0.5));
    synapse.tau = 2;
    const stimulus = h.NetStim();
    stimulus.start = 10;
    stimulus.number = 5;
    stimulus.interval = 10;
    const connection = h.NetCon(stimulus, synapse);
    connection.delay = 1;
    connection.weight[0] = 0.01;
    return { soma, dend, stimulus, connection, recorder: h.Vector().record(soma(0.5)._ref_v) };
  });
}
