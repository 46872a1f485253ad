export const title = "p: dispose a scope of cells";
export const sizes = [1_000, 10_000];

function cell(h) {
  const soma = h.Section();
  const dend = h.Section();
  dend.connect(soma(1));
  const synapse = h.ExpSyn(dend(0.5));
  const stimulus = h.NetStim();
  const connection = h.NetCon(stimulus, synapse);
  const recorder = h.Vector().record(soma(0.5)._ref_v);
  return { soma, dend, synapse, stimulus, connection, recorder };
}

const cells = (h, count) => Array.from({ length: count }, () => cell(h));

export function prepare(p, count) {
  const make = () => {
    const scope = p.scope();
    cells(p, count);
    return scope;
  };
  let scope = make();
  return () => {
    scope.dispose();
    return () => {
      scope = make();
    };
  };
}

export function plain(h, count) {
  let made = cells(h, count);
  return () => {
    for (const { soma, dend, synapse, stimulus, connection, recorder } of made.reverse()) {
      recorder.play_remove();
      connection.dispose();
      stimulus.dispose();
      synapse.dispose();
      dend.dispose();
      soma.dispose();
    }
    return () => {
      made = cells(h, count);
    };
  };
}
