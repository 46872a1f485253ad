// PatternStim plays spikes into gids that live elsewhere, or nowhere.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const pc = h.ParallelContext();
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const synapse = h.ExpSyn(soma(0.5));
  const netcons = [100, 200].map((gid) => pc.gid_connect(gid, synapse));
  for (const [i, netcon] of netcons.entries()) {
    [netcon.delay, netcon.weight[0]] = [1 + i, 0.005 * (i + 1)];
  }
  const pattern = h.PatternStim();
  pattern.fake_output = 1;
  const [times, gids] = [h.Vector([1, 4, 4.5, 9, 12.25]), h.Vector([100, 200, 100, 300, 200])];
  pattern.play(times, gids);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const g = h.Vector().record(synapse._ref_g);
  pc.set_maxstep(10);
  h.finitialize(-65);
  pc.psolve(18);
  return { v, g, gids: netcons.map((netcon) => netcon.srcgid()) };
}
