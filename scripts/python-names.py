"""Lists the names that Python's NEURON offers: PYTHON scripts/python-names.py > test/docs/python-names.json

test/docs/from-python.test.ts compares the list with this package and with docs/from-python.md. Run it with a Python in
which the pinned version of NEURON is installed (the one that `npm run test:truth` makes is at .venv/bin/python).
"""

import json
import pkgutil

import neuron
from neuron import coreneuron, h, units

before = {name for name in dir(neuron) if not name.startswith("__")}
h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")


def names(thing):
    return sorted(name for name in dir(thing) if not name.startswith("__"))


def refused(thing):
    """What dir() lists although Python itself gives no value for it: words of HOC's language, range variables."""
    result = []
    for name in names(thing):
        try:
            getattr(thing, name)
        except TypeError:
            result.append(name)
    return result


offered = {
    "version": neuron.__version__,
    "neuron": sorted(before),
    "modules": sorted(module.name for module in pkgutil.iter_modules(neuron.__path__)),
    "h": names(h),
    "h refuses": refused(h),
    "Section": names(soma),
    "Segment": names(soma(0.5)),
    "Mechanism": names(soma(0.5).hh),
    "DensityMechanism": names(h.hh),
    "Vector": [name for name in names(h.Vector()) if name not in names(h)],
    "units": names(units),
    "coreneuron": [name for name in names(coreneuron) if not name.startswith("_")],
}
print(json.dumps(offered, indent=1))
