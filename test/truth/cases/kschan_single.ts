// Single stochastic channels, ligands, tables, and the channels that ChannelBuild makes (NEURON's test_kschan.py).
function point(h: any, name: string) {
  const channel = h.KSChan(1);
  channel.name(name);
  channel.ion("k");
  channel.iv_type(0);
  channel.gmax(0.036);
  const states: any[] = [];
  for (let i = 0; i < 5; i++) {
    states.push(channel.add_ksstate(i ? states[0].gate() : null, `n${i}`));
    states[i].frac(i === 4 ? 1 : 0);
  }
  for (let i = 0; i < 4; i++) {
    const step = channel.add_transition(states[i], states[i + 1]);
    step.type(0);
    step.set_f(0, 3, h.Vector([0.4 - 0.1 * i, 0.1, -55]));
    step.set_f(1, 2, h.Vector([0.125 * (i + 1), -0.0125, -65]));
  }
  return channel;
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.load_file("chanbild.hoc");
  h.usetable_hh = 0;
  h.ion_register("k", 1);
  h.ion_register("ca", 2);
  const soma = h.Section({ name: "soma" });
  [soma.L, soma.diam] = [3.18, 10];
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  [clamp.dur, clamp.amp] = [0.1, 0.3];
  const v = h.Vector().record(soma(0.5)._ref_v);
  const traces: any = {};

  const look = (name: string) => {
    h.finitialize(-65);
    h.continuerun(4);
    traces[`v ${name}`] = v.c();
  };

  const builder = h.ChannelBuild();
  builder.nahh();
  soma.gnabar_hh = 0;
  soma.insert("nahh");
  soma.gmax_nahh = 0.12;
  look("nahh");
  builder.ks.usetable(1);
  look("coarse table");
  builder.ks.usetable(1, 1000, -80, 60);
  look("fine table");
  builder.ks.usetable(0);
  const [low, high] = [h.ref(0), h.ref(1)];
  traces.table = [
    builder.ks.usetable(low, high),
    low[0],
    high[0],
    builder.ks.ntrans(),
    builder.ks.nstate(),
    builder.ks.ngate(),
  ];
  const [xs, a, b] = [h.Vector().indgen(-80, 60, 0.5), h.Vector(), h.Vector()];
  builder.ks.trans(0).ab(xs, a, b);
  [traces.a, traces.b] = [a.c(), b.c()];
  builder.ks.trans(0).set_f(0, 7, a, xs[0], xs[xs.size() - 1]);
  look("own table");

  soma.gkbar_hh = 0;
  const channel = point(h, "kone");
  channel.single(1);
  const kone = h.kone(soma(0.5));
  kone.gmax = 0.036;
  kone.nsingle(50);
  channel.rseed(7);
  look("fifty channels");
  traces.single = [kone.nsingle(), channel.single(), channel.vres(0.01), channel.rseed()];
  const other = point(h, "kcal");
  other.trans(other.state(1), other.state(2)).type(3, "cai");
  traces.ligand = [
    other.nligand(),
    other.ligand(0) === "ca_ion",
    other.trans(other.state(1), other.state(2)).ligand() === "cai",
    other.nstate(),
  ];
  const kcal = h.kcal(soma(0.5));
  kcal.gmax = 0.01;
  soma(0.5).cai = 0.3;
  look("ligand");
  return traces;
}
