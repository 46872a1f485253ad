"""BBSaveState: cells with gids saved in mid-flight, spikes on their way included, and restored."""


CELL = """
begintemplate Cell
public soma, synapse
create soma
objref synapse
proc init() {
  soma { L = 12  diam = 12  insert hh  synapse = new ExpSyn(0.5) }
}
endtemplate Cell
"""


def run(h):
    h.load_file("stdrun.hoc")
    h(CELL)
    pc = h.ParallelContext()
    cells, netcons = [], []
    for gid in range(3):
        cell = h.Cell()
        pc.set_gid2node(gid, 0)
        detector = h.NetCon(cell.soma(0.5)._ref_v, None, sec=cell.soma)
        detector.threshold = -5
        pc.cell(gid, detector)
        cells.append(cell)
    for gid in range(3):
        netcon = pc.gid_connect((gid + 2) % 3, cells[gid].synapse)
        netcon.delay, netcon.weight[0] = 3, 0.02
        netcons.append(netcon)
    clamp = h.IClamp(cells[0].soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.4
    times, gids = h.Vector(), h.Vector()
    pc.spike_record(-1, times, gids)
    v = h.Vector().record(cells[2].soma(0.5)._ref_v)
    pc.set_maxstep(10)
    h.finitialize(-65)
    pc.psolve(7)
    saver = h.BBSaveState()
    saver.save("state.txt")
    before = times.c()
    pc.psolve(20)
    traces = {"spikes before": before, "spikes": times.c(), "gids": gids.c(), "v": v.c()}
    times.resize(0)
    gids.resize(0)
    h.finitialize(-65)
    saver.restore("state.txt")
    traces["at restore"] = [h.t, cells[2].soma(0.5).v, cells[1].synapse.g]
    pc.psolve(20)
    traces["spikes after"] = times
    traces["gids after"] = gids
    traces["final"] = [cell.soma(0.5).v for cell in cells]
    return traces
