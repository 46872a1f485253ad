"""A model in a HOC file, loaded once, run and asked from outside."""

from pathlib import Path

DATA = Path(__file__).parent.parent / "data"


def run(h):
    loaded = [h.load_file(str(DATA / "clamp.hoc")), h.load_file(str(DATA / "clamp.hoc"))]
    traces = {"loaded": loaded}
    for level in [-20, 10]:
        traces[f"sum {level}"] = h.clampAndRelease(level)
        traces[f"v {level}"] = h.vec[0].c()
        traces[f"i {level}"] = h.vec[1].c()
    h.hold = 4
    traces["longer"] = [h.clampAndRelease(0), h.hold, h.strength, h.tstop, h.t, h.a.L, h.a(0.5).v]
    traces["counts"] = h.counts
    h.strength = -40
    h("hold += strength / 40")
    traces["through text"] = [h.hold, h.name_declared("strength"), h.name_declared("nobody"), h.name_declared("a"), h.name_declared("vec")]
    traces["called"] = [h.execute("strength = 3"), h.execute1("no such thing", 0), h.strength]
    return traces
