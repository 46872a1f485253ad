"""Python NEURON's numbers for the tests in this folder: venv/bin/python reference.py (NEURON 9.0.2). Prints name, value."""

from neuron import h

h.load_file("stdrun.hoc")


def show(name, *values):
    print(name, *(repr(v) for v in values))


def cell(name="cell", nseg=1):
    sec = h.Section(name)
    sec.L = sec.diam = 20
    sec.nseg = nseg
    sec.insert("hh")
    return sec


def hh_pulse():
    sec = cell()
    clamp = h.IClamp(sec(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.5
    v = h.Vector().record(sec(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(10)
    show("hh_pulse", v.max(), v[400], len(v))


def series():
    """A current that changes at each step, from 2 ms on: Python has no such thing but play()."""
    sec = cell()
    clamp = h.IClamp(sec(0.5))
    clamp.delay, clamp.dur = 2, 1
    values = h.Vector([0, 0.5, 1, -0.5, 2])
    times = h.Vector([0] + [2 + i * h.dt for i in range(4)])
    values.play(clamp._ref_amp, times)
    v = h.Vector().record(sec(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(4)
    show("series", v[80], v[90], v[160], v.max())


def voltage_clamp():
    sec = cell()
    clamp = h.SEClamp(sec(0.5))
    clamp.dur1, clamp.dur2, clamp.dur3 = 1, 4, 2
    clamp.amp1, clamp.amp2, clamp.amp3 = -65, -10, -65
    i = h.Vector().record(clamp._ref_i)
    h.finitialize(-65)
    h.continuerun(7)
    show("voltage_clamp", i.min(), i.max(), i[100], i[280])


def ring(n=6):
    cells = [cell(f"cell{k}") for k in range(n)]
    syns = [h.ExpSyn(c(0.5)) for c in cells]
    for s in syns:
        s.tau = 2
    stim = h.NetStim()
    stim.number, stim.start = 1, 1
    first = h.NetCon(stim, syns[0])
    first.delay, first.weight[0] = 1, 0.05
    ncs, spikes = [], []
    for k in range(n):
        nc = h.NetCon(cells[k](0.5)._ref_v, syns[(k + 1) % n], sec=cells[k])
        nc.threshold, nc.delay, nc.weight[0] = 0, 2.5, 0.05
        t = h.Vector()
        nc.record(t)
        ncs.append(nc)
        spikes.append(t)
    h.finitialize(-65)
    h.continuerun(60)
    for k in range(n):
        show(f"ring{k}", *spikes[k])


def gap():
    """Two cells joined by 100 MOhm: each has an electrode that holds it to the other's potential."""
    pc = h.ParallelContext()
    cells = [cell(f"cell{k}") for k in range(2)]
    pulse = h.IClamp(cells[0](0.5))
    pulse.delay, pulse.dur, pulse.amp = 1, 1, 1
    joints, traces = [], []
    for k, sec in enumerate(cells):
        joint = h.SEClamp(sec(0.5))
        joint.dur1, joint.rs = 1e9, 100
        pc.source_var(sec(0.5)._ref_v, k, sec=sec)
        pc.target_var(joint, joint._ref_amp1, 1 - k)
        joints.append(joint)
        traces.append(h.Vector().record(sec(0.5)._ref_v))
    pc.setup_transfer()
    pc.set_maxstep(10)
    h.finitialize(-65)
    pc.psolve(20)
    for k in range(2):
        show(f"gap{k}", traces[k].max(), traces[k][200], traces[k][len(traces[k]) - 1], len(traces[k]))


if __name__ == "__main__":
    for f in (hh_pulse, series, voltage_clamp, ring, gap):
        f()
