// Compiled mechanisms: array variables, globals, functions of an instance, a function table, derivimplicit.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  const soma = h.Section({ name: "soma" });
  [soma.nseg, soma.L, soma.diam] = [3, 30, 10];
  soma.insert("manyvars");
  h.shared_manyvars = 1.5;
  [h.pair_manyvars[0], h.pair_manyvars[1]] = [4, 0.25];
  for (const seg of soma) {
    for (const k of [0, 1, 2, 3]) {
      seg.manyvars.weights[k] = k * seg.x;
    }
  }
  soma(0.5).manyvars.scale = 5;
  h.table_table_manyvars(h.Vector([0, 4, 10]), h.Vector([0, 1, 2]));
  const v = h.Vector().record(soma(0.5)._ref_v);
  const states = ["x", "u", "w"].map((name) => h.Vector().record(soma(0.9).manyvars[`_ref_${name}`]));
  const sums = h.Vector().record(soma(0.5)._ref_sums_manyvars[3]);
  h.finitialize(-60);
  h.continuerun(8);
  const read = [...soma].flatMap((seg) => [0, 1, 2, 3].map((k) => seg.manyvars.weights[k]));
  return {
    v,
    x: states[0],
    u: states[1],
    w: states[2],
    sums,
    weights: read,
    lengths: [soma(0.5).manyvars.weights.length, soma(0.5).manyvars.sums.length],
    totals: [...soma].map((seg) => seg.manyvars.total(2)),
    curve: [soma(0.5).manyvars.curve(0.5), soma(0.5).manyvars.curve(1.75), soma(0.5).manyvars.table(1.5)],
    globals: [h.shared_manyvars, h.pair_manyvars[0], h.pair_manyvars[1]],
    "by full name": [soma(0.5).scale_manyvars, soma(0.1).g_manyvars, soma(0.5)._ref_weights_manyvars[2][0]],
  };
}
