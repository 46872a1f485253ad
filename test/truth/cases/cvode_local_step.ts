// Local variable steps: each of three cells keeps its own time.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const cells: any[] = [];
  const clamps: any[] = [];
  for (const i of [0, 1, 2]) {
    const cell = h.Section({ name: `cell${i}` });
    cell.L = cell.diam = 10 + 5 * i;
    cell.insert("hh");
    const clamp = h.IClamp(cell(0.5));
    [clamp.delay, clamp.dur, clamp.amp] = [1 + 3 * i, 1, 0.5];
    cells.push(cell);
    clamps.push(clamp);
  }
  const synapse = h.ExpSyn(cells[2](0.5));
  const netcon = h.NetCon(cells[0](0.5)._ref_v, synapse, 0, 4, 0.02, { sec: cells[0] });
  const cvode = h.CVode();
  cvode.active(true);
  cvode.use_local_dt(true);
  cvode.atol(1e-4);
  const traces: any = {};
  for (const [i, cell] of cells.entries()) {
    const [time, v] = [h.Vector(), h.Vector()];
    cvode.record(cell(0.5)._ref_v, v, time, { sec: cell });
    traces[`t${i}`] = time;
    traces[`v${i}`] = v;
    traces[`even ${i}`] = h.Vector().record(cell(0.5)._ref_v, 0.5);
  }
  h.finitialize(-65);
  cvode.solve(15);
  traces["t end"] = [h.t, netcon.delay, cvode.use_local_dt()];
  return traces;
}
