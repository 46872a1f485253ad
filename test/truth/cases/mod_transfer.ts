// Compiled mechanisms: a gap junction by continuous transfer, fixed and variable step (t14 of test_nrntest_fast.py).
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  h.usetable_hh = 0;
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const clamps: any[] = [];
  const gaps: any[] = [];
  const v: any[] = [];
  for (const i of [0, 1]) {
    const soma = h.Section({ name: `soma${i}` });
    soma.L = 10;
    soma.diam = 100 / (h.PI * soma.L);
    soma.insert("hh");
    const clamp = h.IClamp(soma(0.5));
    [clamp.dur, clamp.amp] = [0.1 * (1 - i), 0.3 * (1 - i)];
    const gap = h.TransferGap(soma(0.5));
    cells.push(soma);
    clamps.push(clamp);
    gaps.push(gap);
    v.push(h.Vector().record(soma(0.5)._ref_v));
  }
  const t = h.Vector().record(h._ref_t);
  for (const i of [0, 1]) {
    pc.source_var(cells[i](0.5)._ref_v, i, { sec: cells[i] });
    pc.target_var(gaps[1 - i], gaps[1 - i]._ref_vgap, i);
  }
  pc.setup_transfer();
  const traces: any = {};
  for (const [name, active] of [
    ["fixed", 0],
    ["cvode", 1],
  ]) {
    h.cvode_active(active);
    h.run();
    [traces[`t ${name}`], traces[`v0 ${name}`], traces[`v1 ${name}`]] = [t.c(), v[0].c(), v[1].c()];
    traces[`gaps ${name}`] = gaps.flatMap((gap) => [gap.vgap, gap.i]);
  }
  return traces;
}
