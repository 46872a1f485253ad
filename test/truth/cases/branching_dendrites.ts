// A branching tree: active soma and axon, passive dendrites of several segments, whole-section assignment.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 18;
  const axon = h.Section({ name: "axon" });
  [axon.L, axon.diam, axon.nseg] = [400, 1.2, 21];
  axon.connect(soma(0));
  const dends = Array.from({ length: 7 }, (_, i) => h.Section({ name: `dend[${i}]` }));
  for (const [i, dend] of dends.entries()) {
    dend.L = 60 + 15 * i;
    dend.diam = 3 / (1 + Math.floor(i / 2));
    dend.nseg = 3 + 2 * (i % 3);
    dend.connect(i === 0 ? soma(1) : dends[Math.floor((i - 1) / 2)](i % 2 ? 1 : 0.7));
  }
  for (const sec of h.allsec()) {
    sec.Ra = 120;
    sec.insert("pas");
    sec.g_pas = 1e-4;
    sec.e_pas = -67;
  }
  for (const sec of [soma, axon]) {
    sec.insert("hh");
  }
  axon.gnabar_hh = 0.2;
  for (const seg of axon) {
    seg.cm = 0.5 + 0.5 * seg.x;
  }
  const clamps = [];
  for (const [i, dend] of dends.slice(3).entries()) {
    const clamp = h.IClamp(dend(0.8));
    [clamp.delay, clamp.dur, clamp.amp] = [3 + 2 * i, 4, 0.25];
    clamps.push(clamp);
  }
  const traces: any = {
    soma: h.Vector().record(soma(0.5)._ref_v),
    "axon end": h.Vector().record(axon(1)._ref_v),
    ina: h.Vector().record(axon(0.3)._ref_ina),
    i_pas: h.Vector().record(dends[6](0.5).pas._ref_i),
  };
  for (const [i, dend] of dends.entries()) {
    traces[`dend[${i}]`] = h.Vector().record(dend(0.5)._ref_v);
  }
  h.celsius = 12;
  h.finitialize(-67);
  h.continuerun(25);
  traces.order = soma.wholetree().map((sec: any) => sec.name());
  traces["final v"] = [...h.allsec()].flatMap((sec) => [...sec.allseg()].map((seg) => seg.v));
  return traces;
}
