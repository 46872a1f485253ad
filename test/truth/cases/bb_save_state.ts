// BBSaveState: cells with gids saved in mid-flight, spikes on their way included, and restored.
const CELL = `
begintemplate Cell
public soma, synapse
create soma
objref synapse
proc init() {
  soma { L = 12  diam = 12  insert hh  synapse = new ExpSyn(0.5) }
}
endtemplate Cell
`;

export function run(h: any) {
  h.load_file("stdrun.hoc");
  h(CELL);
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const netcons: any[] = [];
  for (const gid of [0, 1, 2]) {
    const cell = h.Cell();
    pc.set_gid2node(gid, 0);
    const detector = h.NetCon(cell.soma(0.5)._ref_v, null, { sec: cell.soma });
    detector.threshold = -5;
    pc.cell(gid, detector);
    cells.push(cell);
  }
  for (const gid of [0, 1, 2]) {
    const netcon = pc.gid_connect((gid + 2) % 3, cells[gid].synapse);
    [netcon.delay, netcon.weight[0]] = [3, 0.02];
    netcons.push(netcon);
  }
  const clamp = h.IClamp(cells[0].soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 1, 0.4];
  const [times, gids] = [h.Vector(), h.Vector()];
  pc.spike_record(-1, times, gids);
  const v = h.Vector().record(cells[2].soma(0.5)._ref_v);
  pc.set_maxstep(10);
  h.finitialize(-65);
  pc.psolve(7);
  const saver = h.BBSaveState();
  saver.save("state.txt");
  const before = times.c();
  pc.psolve(20);
  const traces: any = { "spikes before": before, spikes: times.c(), gids: gids.c(), v: v.c() };
  times.resize(0);
  gids.resize(0);
  h.finitialize(-65);
  saver.restore("state.txt");
  traces["at restore"] = [h.t, cells[2].soma(0.5).v, cells[1].synapse.g];
  pc.psolve(20);
  traces["spikes after"] = times;
  traces["gids after"] = gids;
  traces.final = cells.map((cell) => cell.soma(0.5).v);
  return traces;
}
