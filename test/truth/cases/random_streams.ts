// Random: every distribution, from Random123 and from MCellRan4, and a variable that is drawn anew at each step.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const distributions: Record<string, number[]> = {
    uniform: [-2, 3],
    normal: [1, 4],
    lognormal: [2, 0.5],
    negexp: [2.5],
    poisson: [7],
    binomial: [12, 0.3],
    discunif: [3, 9],
    erlang: [3, 0.5],
    geometric: [0.3],
    hypergeo: [5, 30],
    weibull: [2, 3],
  };
  const sources: any = { Random123: h.Random(), MCellRan4: h.Random() };
  sources.Random123.Random123(1, 2, 3);
  sources.MCellRan4.MCellRan4(17, 5);
  const traces: any = {};
  for (const [source, random] of Object.entries<any>(sources)) {
    for (const [name, parameters] of Object.entries(distributions)) {
      const draws = [random[name](...parameters)];
      for (let i = 0; i < 6; i++) {
        draws.push(random.repick());
      }
      traces[`${source} ${name}`] = draws;
    }
  }
  const random = sources.Random123;
  traces.sequence = [random.seq(), random.seq(3), random.uniform(0, 1), random.seq()];
  random.Random123_globalindex(9);
  random.Random123(4, 5);
  traces["global index"] = [random.uniform(0, 1), random.repick(), random.Random123_globalindex()];
  random.Random123_globalindex(0);
  random.Random123(4, 5);
  random.normal(0, 1);
  traces.setrand = h.Vector(5).setrand(random);
  traces.addrand = h.Vector(5, 10).addrand(random, 1, 3);
  const other = h.Random(8);
  other.uniform(0, 1);
  traces.default = h.Vector(3).setrand(other);
  h.mcell_ran4_init(11);
  const low = h.ref(3);
  traces.mcell_ran4 = [h.mcell_ran4(low), low[0], h.mcell_ran4(low, 2), h.mcell_ran4(low), low[0]];

  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 10;
  soma.insert("pas");
  const clamp = h.IClamp(soma(0.5));
  clamp.dur = 1e9;
  const current = h.Random();
  current.Random123(3, 2, 1);
  current.normal(0, 0.0004);
  current.play(clamp._ref_amp);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const i = h.Vector().record(clamp._ref_i);
  h.finitialize(-70);
  h.continuerun(5);
  return { ...traces, "played v": v, "played i": i };
}
