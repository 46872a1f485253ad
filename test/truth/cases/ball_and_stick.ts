// A ball-and-stick cell from 3-D points, a synapse at the tip, the spike at the soma.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.pt3dadd(0, 0, 0, 12.6157);
  soma.pt3dadd(12.6157, 0, 0, 12.6157);
  const dend = h.Section({ name: "dend" });
  dend.pt3dadd(12.6157, 0, 0, 2);
  dend.pt3dadd(112.6157, 20, 0, 1.5);
  dend.pt3dadd(212.6157, 20, 30, 1);
  dend.connect(soma(1));
  dend.nseg = 11;
  for (const sec of h.allsec()) {
    sec.Ra = 100;
    sec.cm = 1;
  }
  soma.insert("hh");
  for (const seg of soma) {
    seg.hh.gnabar = 0.12;
    seg.hh.gkbar = 0.036;
    seg.hh.gl = 0.0003;
    seg.hh.el = -54.3;
  }
  dend.insert("pas");
  for (const seg of dend) {
    seg.pas.g = 0.001;
    seg.pas.e = -65;
  }
  const stim = h.NetStim();
  stim.number = 3;
  stim.start = 9;
  stim.interval = 8;
  const synapse = h.ExpSyn(dend(0.9));
  synapse.tau = 2;
  const netcon = h.NetCon(stim, synapse);
  netcon.delay = 1;
  netcon.weight[0] = 0.04;
  const v = h.Vector().record(soma(0.5)._ref_v);
  const tip = h.Vector().record(dend(1)._ref_v);
  const i = h.Vector().record(synapse._ref_i);
  h.finitialize(-65);
  h.continuerun(40);
  return {
    v,
    tip,
    i,
    L: [soma.L, dend.L],
    diam: [...dend].map((seg) => seg.diam),
    area: [...dend.allseg()].map((seg) => seg.area()),
    ri: [...dend.allseg()].map((seg) => seg.ri()),
  };
}
