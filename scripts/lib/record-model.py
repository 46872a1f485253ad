"""Runs a HOC model in Python's NEURON as told on standard input (JSON), and prints what it records (JSON, hexadecimal doubles).

In:  { "folder", "file", "library", "steps": [{ "hoc": […], "owner" }], "variables": […] }
Out: { "times": […], "variables": { name: [values] | "why not" } } of the last initialisation.
"""

import json
import os
import sys

os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
task = json.load(sys.stdin)
# What the model prints belongs to nobody here.
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
os.chdir(task["folder"])

from neuron import h  # noqa: E402

if task["library"]:
    h.nrn_load_dll(task["library"])

vectors, failures = {}, {}
h("objref nrn_check_t")


def as_on_a_display():
    """A display defines the shapes of sections when it has one to show."""
    if any(len(h.List(name)) for name in ("Shape", "PlotShape", "PPShape")):
        h.define_shape()


def begin():
    """Anew at each initialisation, for the model may have been built anew, and shown since."""
    as_on_a_display()
    h("nrn_check_t = new Vector()\n{nrn_check_t.record(&t)}")
    for i, name in enumerate(task["variables"]):
        own = f"nrn_check_{i}"
        h(f"objref {own}\n{own} = new Vector()")
        # The place where HOC itself would look: the section that is current there.
        ok = h(f"{{{own}.record(&{name})}}")
        (vectors if ok else failures)[name] = getattr(h, own) if ok else "it is no variable"


handler = h.FInitializeHandler(3, begin)

h.load_file("nrngui.hoc")
h.load_file(task["file"])
as_on_a_display()
objects = {}
for step in task["steps"]:
    for code in step["hoc"]:
        if step["owner"]:
            template, index = step["owner"].rstrip("]").split("[")
            h("objref nrn_check_owner")
            h(f"nrn_check_owner = {template}[{index}]")
            h.execute(code, h.nrn_check_owner)
        elif not h(code):
            sys.exit(f"Python's NEURON could not do: {code}")
    as_on_a_display()

answer = {
    "times": [x.hex() for x in h.nrn_check_t or ()],
    "variables": {name: [x.hex() for x in vector] for name, vector in vectors.items()} | failures,
}
os.dup2(out, 1)
print(json.dumps(answer))
