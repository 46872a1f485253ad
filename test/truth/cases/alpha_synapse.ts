// An alpha-function conductance (AlphaSynapse) in three places of a passive cable.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const cable = h.Section({ name: "cable" });
  [cable.L, cable.diam, cable.nseg] = [600, 1.5, 15];
  cable.insert("pas");
  const synapses: any[] = [];
  for (const [i, x] of [0, 0.5, 1].entries()) {
    const synapse = h.AlphaSynapse(cable(x));
    [synapse.onset, synapse.tau, synapse.gmax, synapse.e] = [2 + 6 * i, 0.5 + i, 0.002, -10 * i];
    synapses.push(synapse);
  }
  const traces: any = Object.fromEntries(synapses.map((synapse, i) => [`i${i}`, h.Vector().record(synapse._ref_i)]));
  for (const x of [0, 0.3, 1]) {
    traces[`v ${Math.round(10 * x)}`] = h.Vector().record(cable(x)._ref_v);
  }
  h.finitialize(-70);
  h.continuerun(30);
  return traces;
}
