"""i_membrane_ under driven clamps: fixed step, second order, variable step, extracellular (NEURON's test_imem.py)."""

TOLERANCE = 1e-5


def triangle(h, target, step, low, high):
    times = h.Vector(20).indgen(step)
    levels = times.c().fill(low)
    for i in range(1, len(levels), 2):
        levels[i] = high
    levels.play(target, times, 1)
    return times, levels


def run(h):
    h.load_file("stdrun.hoc")
    h.CVode().use_fast_imem(1)
    traces = {}
    for clamp in ["seclamp", "iclamp"]:
        for name, extracellular, order, active in [("plain", 0, 0, 0), ("second", 0, 2, 0), ("outside", 1, 0, 0), ("cvode", 0, 0, 1)]:
            h.dt = 0.025
            h.secondorder = order
            h.cvode.active(active)
            sec = h.Section(name="s")
            sec.L = sec.diam = 10
            sec.insert("hh")
            if extracellular:
                sec.insert("extracellular")
            if clamp == "seclamp":
                stim = h.SEClamp(sec(0.5))
                stim.dur1, stim.rs = 100, 10
                driven = [triangle(h, stim._ref_amp1, 0.5, -65, -10), triangle(h, stim._ref_rs, 1, 1000, 100)]
            else:
                stim = h.IClamp(sec(0.5))
                stim.delay, stim.dur = 1, 100
                driven = [triangle(h, stim._ref_amp, 0.5, 0, 0.001)]
            i = h.Vector().record(stim._ref_i)
            membrane = h.Vector().record(sec(0.5)._ref_i_membrane_)
            v = h.Vector().record(sec(0.5)._ref_v)
            h.finitialize(-65)
            h.continuerun(6)
            traces[f"i {clamp} {name}"] = i.c()
            traces[f"i_membrane_ {clamp} {name}"] = membrane.c()
            traces[f"v {clamp} {name}"] = v.c()
            traces[f"driven {clamp} {name}"] = len(driven)
            h.delete_section(sec=sec)
    return traces
