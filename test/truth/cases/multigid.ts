// A gid in every segment of three axons (NEURON's test_multigid.py): 21 spikes.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const pc = h.ParallelContext();
  const axons: any[] = [];
  const clamps: any[] = [];
  for (const i of [0, 1, 2]) {
    const axon = h.Section({ name: `axon${i}` });
    [axon.L, axon.diam, axon.nseg] = [1000, 1, 5];
    axon.insert("hh");
    const clamp = h.IClamp(axon(0));
    [clamp.delay, clamp.dur, clamp.amp] = [i / 10, 0.3, 0.4];
    for (const [k, seg] of [...axon.allseg()].entries()) {
      const gid = i + 10 * k;
      pc.set_gid2node(gid, pc.id());
      pc.cell(gid, h.NetCon(seg._ref_v, null, { sec: axon }));
      pc.threshold(gid, -10);
    }
    axons.push(axon);
    clamps.push(clamp);
  }
  const [times, gids] = [h.Vector(), h.Vector()];
  pc.spike_record(-1, times, gids);
  pc.set_maxstep(10);
  h.finitialize(-65);
  pc.psolve(10);
  return { spikes: times, gids, count: times.length };
}
