"""A family of voltage steps: the currents of an ideal clamp, and the peaks read from them."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    clamp = h.VClamp(soma(0.5))
    clamp.dur[0], clamp.dur[1], clamp.dur[2] = 1, 6, 3
    clamp.amp[0] = clamp.amp[2] = -70
    i = h.Vector().record(clamp._ref_i)
    v = h.Vector().record(soma(0.5)._ref_v)
    levels, peaks, troughs, traces = h.Vector(), h.Vector(), h.Vector(), {}
    for level in range(-60, 61, 20):
        clamp.amp[1] = level
        h.finitialize(-70)
        h.continuerun(10)
        levels.append(level)
        peaks.append(i.max(60, 270))
        troughs.append(i.min(60, 270))
        traces[f"i {level}"] = i.c()
    return {**traces, "levels": levels, "peaks": peaks, "troughs": troughs, "v": v, "gain": [clamp.gain, clamp.rstim, clamp.tau1, clamp.tau2]}
