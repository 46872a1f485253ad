// The standard run system: init and advance redefined, runs in pieces, single steps, changes of dt.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 4, 0.15];
  const [v, t] = [h.Vector().record(soma(0.5)._ref_v), h.Vector().record(h._ref_t)];
  const traces: any = {};

  const kept = (name: string) => {
    traces[`v ${name}`] = v.c();
    traces[`t ${name}`] = t.c();
  };

  h.tstop = 6;
  h.v_init = -68;
  h.run();
  kept("run");
  h.stdinit();
  h.continuerun(2);
  h.steprun();
  h.continuerun(2.5);
  h.fadvance();
  kept("pieces");
  traces.where = [h.t, h.dt, h.tstop, h.v_init, h.steps_per_ms, h.celsius, h.stoprun, h.runStopAt];
  h("advances = 0\nproc advance() { advances += 1  fadvance() }");
  h("create soma2");
  h("proc init() { finitialize(v_init)  forall v = -50  fcurrent() }");
  h.run();
  kept("redefined");
  traces.advances = h.advances;
  [h.steps_per_ms, h.dt] = [100, 0.0125];
  h.run();
  kept("finer");
  traces.steps = [h.dt, h.nstep_steprun, h.t];
  h.dt = 0.025;
  h.steps_per_ms = 40;
  h.setdt();
  h.finitialize(-60);
  h.t = -3;
  h.dt = 1;
  while (h.t < -0.5) {
    h.fadvance();
  }
  h.dt = 0.025;
  h.t = 0;
  h.frecord_init();
  h.continuerun(3);
  kept("from the past");
  h.stoprun = 0;
  h.cvode.event(1, "stoprun = 1");
  h.stdinit();
  h.cvode.event(1.5, "stoprun = 1");
  h.continuerun(3);
  traces.stopped = [h.t, h.stoprun];
  return traces;
}
