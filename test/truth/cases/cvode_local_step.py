"""Local variable steps: each of three cells keeps its own time."""

# Where the steps fall depends on the processor: only what is asked for at given times is stored.
UNSTORED = ("t0", "t1", "t2", "v")
TOLERANCE = 1e-3


def run(h):
    h.load_file("stdrun.hoc")
    cells, clamps = [], []
    for i in range(3):
        cell = h.Section(name=f"cell{i}")
        cell.L = cell.diam = 10 + 5 * i
        cell.insert("hh")
        clamp = h.IClamp(cell(0.5))
        clamp.delay, clamp.dur, clamp.amp = 1 + 3 * i, 1, 0.5
        cells.append(cell)
        clamps.append(clamp)
    synapse = h.ExpSyn(cells[2](0.5))
    netcon = h.NetCon(cells[0](0.5)._ref_v, synapse, 0, 4, 0.02, sec=cells[0])
    cvode = h.CVode()
    cvode.active(True)
    cvode.use_local_dt(True)
    cvode.atol(1e-4)
    traces = {}
    for i, cell in enumerate(cells):
        time, v = h.Vector(), h.Vector()
        cvode.record(cell(0.5)._ref_v, v, time, sec=cell)
        traces[f"t{i}"] = time
        traces[f"v{i}"] = v
        traces[f"even {i}"] = h.Vector().record(cell(0.5)._ref_v, 0.5)
    h.finitialize(-65)
    cvode.solve(15)
    traces["t end"] = [h.t, netcon.delay, cvode.use_local_dt()]
    return traces
