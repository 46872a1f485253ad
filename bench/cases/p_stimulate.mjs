export const title = "p: a synapse and its stimulate";
export const count = 20_000;
export const counts = { "nrn-patch": 500 };

const remove = (made) => () => {
  for (const object of made.reverse()) object.dispose();
};

export function stimulated(p, place) {
  const synapse = p.ExpSyn(place);
  synapse.tau = 2;
  return { synapse, stimulus: synapse.stimulate({ start: 10, number: 5, interval: 10, weight: 0.01, delay: 1 }) };
}

export function plainStimulated(h, place) {
  const synapse = h.ExpSyn(place);
  synapse.tau = 2;
  const stimulus = h.NetStim();
  stimulus.start = 10;
  stimulus.number = 5;
  stimulus.interval = 10;
  const connection = h.NetCon(stimulus, synapse);
  connection.weight[0] = 0.01;
  connection.delay = 1;
  return { synapse, stimulus, connection };
}

export function prepare(p) {
  const soma = p.Section({ name: "soma" });
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) {
      const { synapse, stimulus } = stimulated(p, soma);
      made.push(synapse, stimulus);
    }
    return remove(made);
  };
}

export function plain(h) {
  const soma = h.Section({ name: "soma" });
  return (count) => {
    const made = [];
    for (let i = 0; i < count; i++) {
      const { synapse, stimulus } = plainStimulated(h, soma(0.5));
      made.push(synapse, stimulus);
    }
    return remove(made);
  };
}
