// A ring over gids in one process: psolve, spike_record, thresholds, gid bookkeeping.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const synapses: any[] = [];
  for (let gid = 0; gid < 8; gid++) {
    const cell = h.Section({ name: `cell${gid}` });
    cell.L = cell.diam = 12;
    cell.insert("hh");
    pc.set_gid2node(gid, pc.id());
    pc.cell(gid, h.NetCon(cell(0.5)._ref_v, null, { sec: cell }));
    pc.threshold(gid, -10 + gid);
    cells.push(cell);
    synapses.push(h.ExpSyn(cell(0.5)));
  }
  const netcons: any[] = [];
  for (let gid = 0; gid < 8; gid++) {
    const netcon = pc.gid_connect((gid + 7) % 8, synapses[gid]);
    [netcon.weight[0], netcon.delay] = [0.02, 1.5 + 0.25 * gid];
    netcons.push(netcon);
  }
  const stim = h.NetStim();
  [stim.number, stim.start] = [1, 2];
  const start = h.NetCon(stim, synapses[0], 0, 0.5, 0.03);
  const [times, gids] = [h.Vector(), h.Vector()];
  pc.spike_record(-1, times, gids);
  const one = [h.Vector(), h.Vector()];
  pc.spike_record(3, ...one);
  const v = h.Vector().record(cells[4](0.5)._ref_v);
  const step = pc.set_maxstep(10);
  h.stdinit();
  pc.psolve(60);
  const traces: any = {
    spikes: times,
    gids,
    "spikes 3": one[0],
    v,
    bookkeeping: [step, pc.gid_exists(3), pc.gid_exists(99), pc.threshold(5), start.delay, pc.nhost()],
    cells: [pc.gid2cell(2)?.name() ?? "nothing"],
    reduced: [pc.allreduce(3.5, 1), pc.allreduce(2, 2)],
  };
  const numbers = h.Vector([4, 5, 6]);
  pc.allreduce(numbers, 1);
  pc.broadcast(numbers, 0);
  traces.numbers = numbers;
  pc.post("mail", 7, h.Vector([1, 2]));
  traces.mail = [pc.look("mail"), pc.take("mail"), pc.upkscalar()];
  traces.received = pc.upkvec();
  return traces;
}
