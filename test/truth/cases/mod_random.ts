// Compiled mechanisms: RANDOM streams of a synapse, their sequences and ids, their draws asked from outside.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("pas");
  const releases = [0, 1].map(() => h.NoisyRelease(soma(0.5)));
  const stim = h.NetStim();
  [stim.interval, stim.number, stim.start] = [2, 12, 1];
  const netcons: any[] = [];
  for (const [i, release] of releases.entries()) {
    release.release.set_ids(i, 1, 5);
    release.current.set_ids(i, 2, 5);
    release.p = 0.4 + 0.3 * i;
    netcons.push(h.NetCon(stim, release, 0, 1, 0.005));
  }
  const v = h.Vector().record(soma(0.5)._ref_v);
  const g = releases.map((release) => h.Vector().record(release._ref_g));
  const noise = h.Vector().record(releases[0]._ref_noise);
  h.finitialize(-70);
  h.continuerun(30);
  const traces: any = { v: v.c(), g0: g[0].c(), g1: g[1].c(), noise: noise.c() };
  const stream = releases[0].release;
  traces.stream = [
    stream.get_seq(),
    ...stream.get_ids(),
    stream.set_seq(3).get_seq(),
    stream.uniform(),
    stream.get_seq(),
  ];
  traces.draws = [releases[1].draw(), releases[1].draw(), releases[1].release.get_seq(), releases[1].drawn];
  traces.released = netcons.map((netcon) => netcon.weight[1]);
  h.finitialize(-70);
  h.continuerun(30);
  traces.again = v;
  return traces;
}
