export const title = "run a ring of 100 hh cells for 1 s";
export const count = 1000;
export const whole = true;
export const warmUp = 1;

export function prepare(h) {
  h.load_file("stdrun.hoc");
  const somas = Array.from({ length: 100 }, (_, i) => {
    const soma = h.Section({ name: `soma${i}` });
    soma.L = soma.diam = 20;
    soma.insert("hh");
    return soma;
  });
  const synapses = somas.map((soma) => h.ExpSyn(soma(0.5)));
  somas.forEach((soma, i) => {
    const netcon = h.NetCon(soma(0.5)._ref_v, synapses[(i + 1) % somas.length], { sec: soma });
    netcon.weight[0] = 0.05;
    netcon.delay = 1;
  });
  const start = h.NetStim();
  start.number = 1;
  start.start = 1;
  const kick = h.NetCon(start, synapses[0]);
  kick.weight[0] = 0.05;
  const recorder = h.Vector().record(somas[0](0.5)._ref_v);
  return (count) => {
    h.finitialize(-65);
    h.continuerun(count);
    if (!(recorder.max() > 0)) throw new Error("no spike");
  };
}
