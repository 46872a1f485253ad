from pathlib import Path


def prepare(h):
    h.load_file(str(Path(__file__).parents[2] / "models" / "axon.hoc"))
    v = h.Vector().record(h.axon(0.5)._ref_v)
    h.run()
    assert len(v) == 4001


patched = None
