// CVode.event: functions that call each other, change the model in flight, and events for a NetCon.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  clamp.dur = 1e9;
  const synapse = h.ExpSyn(soma(0.5));
  const netcon = h.NetCon(null, synapse);
  netcon.weight[0] = 0.01;
  const cvode = h.CVode();
  const seen = h.Vector();
  const spikes = h.Vector();

  const pulse = () => {
    seen.append(h.t, soma(0.5).v, clamp.amp);
    clamp.amp = clamp.amp ? 0 : 0.2;
    if (cvode.active()) {
      cvode.re_init();
    }
    cvode.event(h.t + 1.3, pulse);
  };

  const spike = () => {
    spikes.append(h.t);
    if (spikes.length === 1) {
      netcon.event(h.t + 3);
    }
  };

  const start = () => {
    clamp.amp = 0;
    cvode.event(0.7, pulse);
    cvode.event(2, "heard = heard * 2 + t");
    netcon.event(5.5);
  };

  h("heard = 1");
  const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
  detector.threshold = -10;
  detector.record(spike);
  const handler = h.FInitializeHandler(start);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const traces: any = {};
  for (const active of [false, true]) {
    cvode.active(active);
    seen.resize(0);
    spikes.resize(0);
    h.finitialize(-65);
    h.continuerun(12);
    traces[`v ${Number(active)}`] = v.c();
    traces[`seen ${Number(active)}`] = seen.c();
    traces[`spikes ${Number(active)}`] = spikes.c();
    traces[`heard ${Number(active)}`] = h.heard;
  }
  traces.handler = handler !== null;
  return traces;
}
