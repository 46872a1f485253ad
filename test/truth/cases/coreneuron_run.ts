// CoreNEURON runs a ring in process and hands its results back.
import { coreneuron } from "nrn-patch";

export function run(h: any) {
  h.load_file("stdrun.hoc");
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const netcons: any[] = [];
  for (let gid = 0; gid < 4; gid++) {
    const cell = h.Section({ name: `cell${gid}` });
    [cell.L, cell.diam, cell.nseg] = [60, 10, 3];
    cell.insert("hh");
    pc.set_gid2node(gid, pc.id());
    pc.cell(gid, h.NetCon(cell(1)._ref_v, null, { sec: cell }));
    const synapse = h.ExpSyn(cell(0.1));
    cells.push([cell, synapse]);
  }
  for (let gid = 0; gid < 4; gid++) {
    const netcon = pc.gid_connect((gid + 3) % 4, cells[gid][1]);
    [netcon.weight[0], netcon.delay] = [0.05, 2];
    netcons.push(netcon);
  }
  const clamp = h.IClamp(cells[0][0](0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 0.5, 2];
  const v = h.Vector().record(cells[2][0](0.5)._ref_v);
  const t = h.Vector().record(h._ref_t);
  const [times, gids] = [h.Vector(), h.Vector()];
  pc.spike_record(-1, times, gids);
  const traces: any = {};
  for (const [name, enable] of [
    ["neuron", false],
    ["coreneuron", true],
  ] as [string, boolean][]) {
    coreneuron.enable = enable;
    coreneuron.verbose = 0;
    pc.set_maxstep(10);
    h.finitialize(-65);
    pc.psolve(30);
    traces[`spikes ${name}`] = times.c();
    traces[`gids ${name}`] = gids.c();
    traces[`v ${name}`] = v.c();
    traces[`t ${name}`] = t.c();
    traces[`final ${name}`] = cells.flatMap(([cell]) => [...cell.allseg()].map((seg) => seg.v));
  }
  coreneuron.enable = false;
  return traces;
}
