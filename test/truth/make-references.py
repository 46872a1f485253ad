"""Makes references/*.json with Python NEURON: make-references.py [CASE ...]

Long traces are thinned to every 20th sample and the last one; spike times are kept whole. test/hoc/references.test.ts compares with
them within the case's TOLERANCE (the mathematical library chooses its code by processor). A case's UNSTORED are the beginnings of
names of traces that are only for test:truth.
"""

import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
LONG, EVERY, DIGITS = 100, 20, 16

sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE / "cases")]


def thin(name, trace):
    if isinstance(trace, list):
        return trace
    words = [trace[i : i + DIGITS] for i in range(0, len(trace), DIGITS)]
    every = 1 if name.startswith("spikes") or len(words) <= LONG else EVERY
    kept = words[::every] if every == 1 else words[::every] + words[-1:]
    return {"size": len(words), "every": every, "word": "".join(kept)}


def compile_mechanisms(folder):
    neuron = Path(importlib.util.find_spec("neuron").origin).parent
    sources = [HERE / "mods", HERE / "../../data/extensions/VecStim", next(neuron.glob("**/share/nrn/demo/release"))]
    program = [Path(sys.executable).parent / "nrnivmodl", *sources]
    subprocess.run(program, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(Path(folder).glob("*/libnrnmech.*"))


def make(case, library):
    environment = {**os.environ, "TRUTH_MECHANISMS": str(library)}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "traces.json"
        program = [sys.executable, HERE / "python.py", case, file]
        subprocess.run(program, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        traces = json.loads(file.read_text())
    module = importlib.import_module(case)
    unstored = getattr(module, "UNSTORED", ())
    stored = {name: thin(name, trace) for name, trace in traces.items() if not name.startswith(unstored)}
    reference = {"tolerance": getattr(module, "TOLERANCE", 1e-9), "traces": stored}
    assert stored, f"{case}: nothing to store"
    (HERE / "references" / f"{case}.json").write_text(json.dumps(reference, indent=1, ensure_ascii=False) + "\n")


with tempfile.TemporaryDirectory() as compiled:
    library = compile_mechanisms(compiled)
    for case in sys.argv[1:] or sorted(path.stem for path in (HERE / "cases").glob("*.py")):
        make(case, library)
        print(case)
