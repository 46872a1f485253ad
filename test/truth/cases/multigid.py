"""A gid in every segment of three axons (NEURON's test_multigid.py): 21 spikes."""


def run(h):
    h.load_file("stdrun.hoc")
    pc = h.ParallelContext()
    axons, clamps = [], []
    for i in range(3):
        axon = h.Section(name=f"axon{i}")
        axon.L, axon.diam, axon.nseg = 1000, 1, 5
        axon.insert("hh")
        clamp = h.IClamp(axon(0))
        clamp.delay, clamp.dur, clamp.amp = i / 10, 0.3, 0.4
        for k, seg in enumerate(axon.allseg()):
            gid = i + 10 * k
            pc.set_gid2node(gid, pc.id())
            pc.cell(gid, h.NetCon(seg._ref_v, None, sec=axon))
            pc.threshold(gid, -10)
        axons.append(axon)
        clamps.append(clamp)
    times, gids = h.Vector(), h.Vector()
    pc.spike_record(-1, times, gids)
    pc.set_maxstep(10)
    h.finitialize(-65)
    pc.psolve(10)
    return {"spikes": times, "gids": gids, "count": len(times)}
