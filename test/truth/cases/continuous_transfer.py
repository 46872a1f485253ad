"""Values handed on at every step (source_var, target_var): voltages to clamp currents, concentrations, both ways."""


def run(h):
    h.load_file("stdrun.hoc")
    pc = h.ParallelContext()
    cells, clamps, holds = [], [], []
    for i in range(3):
        cell = h.Section(name=f"cell{i}")
        cell.L = cell.diam = 10
        cell.insert("hh")
        clamp = h.IClamp(cell(0.5))
        clamp.dur = 1e9
        hold = h.SEClamp(cell(0.5))
        hold.dur1, hold.rs = 1e9, 1e6
        cells.append(cell)
        clamps.append(clamp)
        holds.append(hold)
    for i in range(3):
        source = cells[(i + 1) % 3]
        pc.source_var(source(0.5)._ref_n_hh, 10 + i, sec=source)
        pc.source_var(source(0.5)._ref_v, 20 + i, sec=source)
        pc.target_var(clamps[i], clamps[i]._ref_amp, 10 + i)
        pc.target_var(holds[i], holds[i]._ref_amp1, 20 + i)
    pc.setup_transfer()
    v = [h.Vector().record(cell(0.5)._ref_v) for cell in cells]
    amp = [h.Vector().record(clamp._ref_amp) for clamp in clamps]
    level = [h.Vector().record(hold._ref_amp1) for hold in holds]
    h.finitialize(-65)
    cells[0](0.5).v = -30
    h.fcurrent()
    h.continuerun(10)
    traces = {}
    for i in range(3):
        traces.update({f"v {i}": v[i], f"amp {i}": amp[i], f"level {i}": level[i]})
    return traces
