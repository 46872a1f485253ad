// Three cells without hh's tables, fixed step and variable (t13 of NEURON's test_nrntest_fast.py).
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.usetable_hh = 0;
  const cells: any[] = [];
  const clamps: any[] = [];
  const v: any[] = [];
  for (const i of [0, 1, 2]) {
    const soma = h.Section({ name: `soma${i}` });
    soma.L = 10;
    soma.diam = 100 / (h.PI * soma.L);
    soma.insert("hh");
    const clamp = h.IClamp(soma(0.5));
    [clamp.dur, clamp.amp] = [0.1 + 0.1 * i, 0.2 + 0.1 * i];
    cells.push(soma);
    clamps.push(clamp);
    v.push(h.Vector().record(soma(0.5)._ref_v));
  }
  const t = h.Vector().record(h._ref_t);
  const traces: any = {};
  for (const [name, active, compensated] of [
    ["fixed", false, false],
    ["cvode", true, false],
    ["long double", true, true],
  ]) {
    h.cvode.active(active);
    h.cvode.use_long_double(compensated);
    h.run();
    traces[`t ${name}`] = t.c();
    for (const i of [0, 1, 2]) {
      traces[`v ${name} ${i}`] = v[i].c();
    }
  }
  return traces;
}
