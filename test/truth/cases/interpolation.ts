// CVode and IDA interpolate a charging capacitor at asked times (NEURON's test_cvinterp.py).
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const sec = h.Section({ name: "s" });
  sec.L = sec.diam = h.sqrt(100 / h.PI);
  const clamp = h.IClamp(sec(0.5));
  [clamp.dur, clamp.amp] = [10, 0.01];
  const [t, v] = [h.Vector().record(h._ref_t), h.Vector().record(sec(0.5)._ref_v)];
  h.v_init = 0;
  const traces: any = {};
  for (const ida of [0, 1]) {
    h.cvode_active(1);
    h.cvode.use_daspk(ida);
    h.run();
    [traces[`t ${ida}`], traces[`v ${ida}`]] = [t.c(), v.c()];
    const size = t.length;
    const middle = h.Vector([(t[size - 3] + t[size - 2]) / 2]);
    const askedT = h.Vector().record(h._ref_t, middle);
    const askedV = h.Vector().record(sec(0.5)._ref_v, middle);
    h.run();
    traces[`middle ${ida}`] = [...middle, ...askedT, ...askedV, t.length];
  }
  return traces;
}
