// NEURON's test/api/vclamp.cpp.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = 10;
  soma(0.5).diam = 3;
  const clamp = h.VClamp(soma(0.5));
  for (const [i, [amp, dur]] of [
    [0, 1],
    [10, 2],
    [5, 3],
  ].entries()) {
    clamp.amp[i] = amp;
    clamp.dur[i] = dur;
  }
  const v = h.Vector().record(soma(0.5)._ref_v, 1);
  const i = h.Vector().record(clamp._ref_i);
  h.finitialize(-65);
  h.continuerun(6);
  return { v, i };
}
