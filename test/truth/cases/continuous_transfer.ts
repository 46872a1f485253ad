// Values handed on at every step (source_var, target_var): voltages to clamp currents, concentrations, both ways.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const clamps: any[] = [];
  const holds: any[] = [];
  for (const i of [0, 1, 2]) {
    const cell = h.Section({ name: `cell${i}` });
    cell.L = cell.diam = 10;
    cell.insert("hh");
    const clamp = h.IClamp(cell(0.5));
    clamp.dur = 1e9;
    const hold = h.SEClamp(cell(0.5));
    [hold.dur1, hold.rs] = [1e9, 1e6];
    cells.push(cell);
    clamps.push(clamp);
    holds.push(hold);
  }
  for (const i of [0, 1, 2]) {
    const source = cells[(i + 1) % 3];
    pc.source_var(source(0.5)._ref_n_hh, 10 + i, { sec: source });
    pc.source_var(source(0.5)._ref_v, 20 + i, { sec: source });
    pc.target_var(clamps[i], clamps[i]._ref_amp, 10 + i);
    pc.target_var(holds[i], holds[i]._ref_amp1, 20 + i);
  }
  pc.setup_transfer();
  const v = cells.map((cell) => h.Vector().record(cell(0.5)._ref_v));
  const amp = clamps.map((clamp) => h.Vector().record(clamp._ref_amp));
  const level = holds.map((hold) => h.Vector().record(hold._ref_amp1));
  h.finitialize(-65);
  cells[0](0.5).v = -30;
  h.fcurrent();
  h.continuerun(10);
  const traces: any = {};
  for (const i of [0, 1, 2]) {
    Object.assign(traces, { [`v ${i}`]: v[i], [`amp ${i}`]: amp[i], [`level ${i}`]: level[i] });
  }
  return traces;
}
