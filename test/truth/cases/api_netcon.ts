// NEURON's test/api/netcon.cpp.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  const stim = h.NetStim();
  stim.start = 5;
  stim.noise = 1;
  stim.interval = 5;
  stim.number = 10;
  stim.noiseFromRandom123(1, 2, 3);
  const synapse = h.ExpSyn(soma(0.5));
  synapse.tau = 3;
  synapse.e = 0;
  const netcon = h.NetCon(stim, synapse);
  netcon.weight[0] = 0.5;
  netcon.delay = 0;
  const spikes = h.Vector();
  netcon.record(spikes);
  const v = h.Vector().record(soma(0.5)._ref_v, 20);
  const full = h.Vector().record(soma(0.5)._ref_v);
  h.finitialize(-65);
  h.continuerun(100.5);
  return { v, full, spikes };
}
