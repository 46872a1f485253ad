"""Vectors played into a clamp and into a membrane parameter: by the step, with times, interpolated, as a statement."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 15
    soma.insert("pas")
    clamps = [h.IClamp(soma(0.5)) for _ in range(4)]
    for clamp in clamps:
        clamp.dur = 1e9
    every_step = h.Vector(200).indgen(0, 0.0001).sin(25, 0.3, 0.025).mul(0.02)
    every_step.play(clamps[0]._ref_amp, h.dt)
    by_interval = h.Vector([0, 0.01, -0.01, 0.02, 0])
    by_interval.play(clamps[1]._ref_amp, 2)
    levels, times = h.Vector([0, 0.02, -0.02, 0.01, 0]), h.Vector([0, 1, 2.5, 6, 7])
    levels.play(clamps[2]._ref_amp, times, False)
    ramp, corners = h.Vector([0, 0.03, 0.03, 0, 0]), h.Vector([0, 2, 5, 8, 1e9])
    ramp.play(clamps[3]._ref_amp, corners, True)
    leak, changes = h.Vector([0.001, 0.002, 0.0005]), h.Vector([0, 3, 8])
    leak.play(soma(0.5).pas._ref_g, changes)
    h("double heard[3]")
    heard, moments = h.Vector([1, 2, 3]), h.Vector([1, 4, 9])
    heard.play("heard[$1 - 1] = t", moments)
    traces = {f"amp {i}": h.Vector().record(clamp._ref_i) for i, clamp in enumerate(clamps)}
    traces["v"] = h.Vector().record(soma(0.5)._ref_v)
    traces["g"] = h.Vector().record(soma(0.5).pas._ref_g)
    h.finitialize(-70)
    h.continuerun(12)
    traces["heard"] = [h.heard[i] for i in range(3)]
    played = {name: list(trace) for name, trace in traces.items()}
    levels.play_remove()
    every_step.play_remove()
    removed = {"removed v": traces["v"], "removed amp 0": traces["amp 0"], "removed amp 2": traces["amp 2"]}
    h.finitialize(-70)
    h.continuerun(12)
    return {**played, **removed}
