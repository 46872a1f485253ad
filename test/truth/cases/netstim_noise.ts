// Noisy NetStims with streams of their own (Random123) drive double-exponential synapses.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 15;
  soma.insert("hh");
  const kept: any[] = [];
  const traces: any = {};
  for (const [i, noise] of [0, 0.3, 1].entries()) {
    const stim = h.NetStim();
    [stim.interval, stim.number, stim.start, stim.noise] = [6, 12, 3, noise];
    stim.noiseFromRandom123(i, 7, 3);
    stim.seed(0);
    const synapse = h.Exp2Syn(soma(0.5));
    [synapse.tau1, synapse.tau2, synapse.e] = [0.4 + i, 3 + i, i < 2 ? 0 : -75];
    const netcon = h.NetCon(stim, synapse, 10, 1.5, 0.004);
    const spikes = h.Vector();
    netcon.record(spikes);
    kept.push(stim, synapse, netcon);
    traces[`spikes noise ${noise}`] = spikes;
    traces[`g ${i}`] = h.Vector().record(synapse._ref_g);
    traces[`i ${i}`] = h.Vector().record(synapse._ref_i);
  }
  const random = h.Random();
  random.Random123(4, 5, 6);
  random.negexp(1);
  const stim = h.NetStim();
  [stim.interval, stim.number, stim.start, stim.noise] = [4, 10, 0, 1];
  stim.noiseFromRandom(random);
  const detector = h.NetCon(stim, null);
  const spikes = h.Vector();
  detector.record(spikes);
  traces["spikes own Random"] = spikes;
  traces.v = h.Vector().record(soma(0.5)._ref_v);
  h.finitialize(-65);
  h.continuerun(60);
  return traces;
}
