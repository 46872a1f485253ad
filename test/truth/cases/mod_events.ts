// Compiled mechanisms: WATCH, net_send, net_event, and an artificial cell that plays a Vector.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [2, 30, 0.25];
  const watcher = h.Watcher(soma(0.5));
  const [player, relay] = [h.Relay(), h.Relay()];
  const pattern = h.Vector([1.5, 4, 4, 11.3, 20]);
  player.play(pattern);
  relay.wait = 3;
  const synapse = h.ExpSyn(soma(0.5));
  synapse.e = -80;
  const netcons = [
    h.NetCon(watcher, relay, 0, 0.5, 1),
    h.NetCon(player, relay, 0, 0, -1),
    h.NetCon(relay, synapse, 0, 1, 0.01),
    h.NetCon(player, watcher, 0, 0, 5),
  ];
  const traces: any = {};
  for (const [name, source] of Object.entries({ watcher, player, relay })) {
    const spikes = h.Vector();
    netcons.push(h.NetCon(source, null));
    netcons.at(-1).record(spikes);
    traces[`spikes ${name}`] = spikes;
  }
  traces.v = h.Vector().record(soma(0.5)._ref_v);
  traces.state = h.Vector().record(watcher._ref_state);
  h.finitialize(-65);
  h.continuerun(40);
  traces.counts = [watcher.crossings, watcher.last, watcher.high, relay.received, relay.moved, player.received];
  return traces;
}
