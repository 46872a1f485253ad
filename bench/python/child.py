"""Python's side of the benchmark: child.py CASE COUNT INTERPRETER, where the interpreter is neuron.h or patch.p.

Prepares one case, then runs it once for each line that comes in. An answer is the seconds that it took, by the
clock and of the processor, and the megabytes by which the process grew. ../child.mjs does the same.
"""

import sys
from importlib import import_module
from inspect import signature
from pathlib import Path
from time import perf_counter, process_time

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "cases")]


def megabytes():
    """What /proc says; elsewhere the benchmark shows no memory."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
    except OSError:
        return float("nan")


def sample(run, count):
    before = megabytes()
    used = process_time()
    start = perf_counter()
    after = run(count)
    seconds = perf_counter() - start
    processor = process_time() - used
    grown = megabytes() - before
    if after:
        after()  # takes away what the run made; not measured
    print(f"[{seconds}, {processor}, {grown}]", flush=True)


if __name__ == "__main__":
    name, count, interpreter = sys.argv[1:]
    module, attribute = interpreter.split(".")
    h = getattr(import_module(module), attribute)
    case = import_module(name)
    # What the first Patch does in its own way, or None for what it cannot do.
    prepare = getattr(case, "patched", case.prepare) if module == "patch" else case.prepare
    if prepare is None:
        sys.exit("it cannot do this")
    run = prepare(h, int(count)) if "count" in signature(prepare).parameters else prepare(h)
    # A case without a body is the start of the process and nothing more.
    if run is not None:
        print("ready", flush=True)
        for _ in sys.stdin:
            sample(run, int(count))
