"""CoreNEURON runs a ring in process and hands its results back."""

TOLERANCE = 1e-7


def run(h):
    from neuron import coreneuron

    h.load_file("stdrun.hoc")
    pc = h.ParallelContext()
    cells, netcons = [], []
    for gid in range(4):
        cell = h.Section(name=f"cell{gid}")
        cell.L, cell.diam, cell.nseg = 60, 10, 3
        cell.insert("hh")
        pc.set_gid2node(gid, pc.id())
        pc.cell(gid, h.NetCon(cell(1)._ref_v, None, sec=cell))
        synapse = h.ExpSyn(cell(0.1))
        cells.append((cell, synapse))
    for gid in range(4):
        netcon = pc.gid_connect((gid + 3) % 4, cells[gid][1])
        netcon.weight[0], netcon.delay = 0.05, 2
        netcons.append(netcon)
    clamp = h.IClamp(cells[0][0](0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 0.5, 2
    v = h.Vector().record(cells[2][0](0.5)._ref_v)
    t = h.Vector().record(h._ref_t)
    times, gids = h.Vector(), h.Vector()
    pc.spike_record(-1, times, gids)
    traces = {}
    for name, enable in [("neuron", False), ("coreneuron", True)]:
        coreneuron.enable = enable
        coreneuron.verbose = 0
        pc.set_maxstep(10)
        h.finitialize(-65)
        pc.psolve(30)
        traces[f"spikes {name}"] = times.c()
        traces[f"gids {name}"] = gids.c()
        traces[f"v {name}"] = v.c()
        traces[f"t {name}"] = t.c()
        traces[f"final {name}"] = [seg.v for cell, _ in cells for seg in cell.allseg()]
    coreneuron.enable = False
    return traces
