export const title = "p: a synapse and its stimulate";
export const count = 20_000;
export const counts = { "nrn-patch": 500 };

const remove = (made) => () => {
  for (const object of made.reverse()) object.dispose();
};

export function prepare(p) {
  const soma = p.Section({ name: "soma" });
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) {
      const synapse = p.ExpSyn(soma);
      synapse.tau = 2;
      made.push(synapse, synapse.stimulate({ start: 10, number: 5, interval: 10, weight: 0.01, delay: 1 }));
    }
    return remove(made);
  };
}

export function plain(h) {
  const soma = h.Section({ name: "soma" });
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) {
      const synapse = h.ExpSyn(soma(0.5));
      synapse.tau = 2;
      const stimulus = h.NetStim();
      stimulus.start = 10;
      stimulus.number = 5;
      stimulus.interval = 10;
      const connection = h.NetCon(stimulus, synapse);
      connection.weight[0] = 0.01;
      connection.delay = 1;
      made.push(synapse, stimulus);
    }
    return remove(made);
  };
}
