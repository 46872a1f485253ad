// Implicit Euler, Crank-Nicolson, and Crank-Nicolson with currents fixed (secondorder 0, 1, 2), at two steps.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  [soma.L, soma.diam, soma.nseg] = [30, 20, 3];
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.2));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 3, 0.6];
  const v = h.Vector().record(soma(0.9)._ref_v);
  const ina = h.Vector().record(soma(0.9)._ref_ina);
  const traces: any = {};
  for (const order of [0, 1, 2]) {
    for (const steps of [40, 100]) {
      h.secondorder = order;
      h.steps_per_ms = steps;
      h.dt = 1 / steps;
      h.finitialize(-65);
      h.continuerun(8);
      traces[`v ${order} ${steps}`] = v.c();
      traces[`ina ${order} ${steps}`] = ina.c();
    }
  }
  return traces;
}
