// The pyramidal cell of NEURON's demonstration, excitable all over.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.load_file(`${h.neuronhome()}/demo/pyramid.nrn`);
  h.celsius = 6.3;
  let count = 0;
  for (const sec of h.allsec()) {
    sec.nseg = 3;
    sec.Ra = 35.4;
    sec.insert("hh");
    count += sec.nseg;
  }
  const clamp = h.IClamp(h.soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 2, 20];
  const synapse = h.AlphaSynapse(h.dendrite_1[8](0.8));
  [synapse.onset, synapse.tau, synapse.gmax, synapse.e] = [8, 0.3, 0.05, 0];
  const all: any[] = [...h.allsec()];
  const traces: any = {
    names: all.map((sec) => sec.name()),
    L: all.map((sec) => sec.L),
    area: all.flatMap((sec) => [...sec].map((seg) => seg.area())),
    n3d: all.map((sec) => sec.n3d()),
    segments: count,
  };
  traces.distance = all.map((sec) => h.distance(h.soma(0.5), sec(1)));
  const recorded = {
    soma: h.Vector().record(h.soma(0.5)._ref_v),
    "dendrite_1[8]": h.Vector().record(h.dendrite_1[8](0.8)._ref_v),
    "dendrite_3[10]": h.Vector().record(h.dendrite_3[10](1)._ref_v),
  };
  h.finitialize(-65);
  h.continuerun(16);
  traces.final = all.flatMap((sec) => [...sec].map((seg) => seg.v));
  return { ...traces, ...recorded };
}
