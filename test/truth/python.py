"""Runs one truth case in Python NEURON and writes its traces: python.py CASE FILE

A trace of numbers is written as one word, 16 hexadecimal digits for the bits of each double; a trace of texts as a list.
"""

import json
import struct
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "cases")]


def encode(trace):
    items = [trace] if isinstance(trace, (str, int, float)) else list(trace)
    if items and isinstance(items[0], str):
        return items
    return struct.pack(f">{len(items)}d", *items).hex()


if __name__ == "__main__":
    from neuron import h

    name, file = sys.argv[1:]
    case = __import__(name)
    Path(file).write_text(json.dumps({key: encode(trace) for key, trace in case.run(h).items()}))
