// Variable steps under several tolerances, each with its own step times.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 15;
  soma.insert("hh");
  const dend = h.Section({ name: "dend" });
  [dend.L, dend.diam, dend.nseg] = [150, 2, 5];
  dend.connect(soma(1));
  dend.insert("pas");
  const clamp = h.IClamp(dend(0.7));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 10, 0.4];
  const t = h.Vector().record(h._ref_t);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const even = h.Vector().record(soma(0.5)._ref_v, 0.5);
  const times = h.Vector([0, 1.5, 2.25, 7, 11.125]);
  const asked = h.Vector().record(soma(0.5)._ref_v, times);
  const cvode = h.CVode();
  cvode.active(true);
  const traces: any = {};
  for (const [atol, rtol, key] of [
    [1e-2, 0, "0.01 0"],
    [1e-3, 0, "0.001 0"],
    [1e-4, 1e-4, "0.0001 0.0001"],
    [1e-6, 0, "1e-06 0"],
  ]) {
    cvode.atol(atol);
    cvode.rtol(rtol);
    h.finitialize(-65);
    h.continuerun(14);
    for (const [name, trace] of Object.entries({ t, v, even, asked })) {
      traces[`${name} ${key}`] = trace.c();
    }
  }
  cvode.atolscale("v", 10);
  cvode.maxstep(0.5);
  cvode.maxorder(3);
  cvode.minstep(0);
  h.finitialize(-65);
  h.continuerun(14);
  traces["t maxstep"] = t;
  traces["v maxstep"] = v;
  traces.settings = [cvode.active(), cvode.atol(), cvode.rtol(), cvode.maxstep(), cvode.maxorder(), cvode.order()];
  const [state, derivative] = [h.Vector(), h.Vector()];
  cvode.states(state);
  cvode.dstates(derivative);
  traces.states = state;
  traces.dstates = derivative;
  const scale = h.Vector();
  cvode.error_weights(scale);
  traces.weights = scale;
  return traces;
}
