// Compiled mechanisms: a gap junction of two halves, each of which sees the other's voltage through a POINTER.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  const cells = [0, 1].map((i) => h.Section({ name: `cell${i}` }));
  for (const cell of cells) {
    cell.L = cell.diam = 10;
    cell.insert("hh");
  }
  const clamp = h.IClamp(cells[0](0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 0.5, 0.3];
  const gaps = cells.map((cell) => h.HalfGap(cell(0.5)));
  for (const [i, gap] of gaps.entries()) {
    gap.r = 250;
    h.setpointer(cells[1 - i](0.5)._ref_v, "vother", gap);
  }
  const v = cells.map((cell) => h.Vector().record(cell(0.5)._ref_v));
  const i = h.Vector().record(gaps[1]._ref_i);
  h.finitialize(-65);
  h.continuerun(10);
  const traces: any = { v0: v[0].c(), v1: v[1].c(), i: i.c(), seen: [gaps[0].vother, cells[1](0.5).v] };

  gaps[0]._ref_vother = cells[0](0.5)._ref_v;
  h.finitialize(-65);
  h.continuerun(5);
  traces["own voltage"] = v[0].c();
  return traces;
}
