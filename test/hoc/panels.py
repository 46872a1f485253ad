"""What panels.hoc shows on a display: `xvfb-run python test/hoc/panels.py` writes panels.json."""

import json
import os
import re
import tempfile

from neuron import h

h.load_file("stdrun.hoc")
h.xpanel("the first window is not saved")
h.xpanel()
h.load_file(os.path.join(os.path.dirname(__file__), "panels.hoc"))
for _ in range(4):
    h.doEvents()
    h.doNotify()
path = os.path.join(tempfile.mkdtemp(), "panels.ses")
h.save_session(path)

panels, value = [], None
for line in open(path).read().splitlines():
    if found := re.match(r'xpanel\("(.*)", \d\)', line):
        panels.append([found[1]])
    elif found := re.match(r'x(label|menu|button)\("([^"]*)"', line):
        panels[-1].append([found[1], found[2]])
    elif found := re.match(r'xvalue\("([^"]*)"', line):
        panels[-1].append(["field", found[1], value])
    elif found := re.match(r"[^ ]+ = ([^ ]+)$", line):
        value = float(found[1])
with open(os.path.splitext(__file__)[0] + ".json", "w") as file:
    file.write("[\n" + ",\n".join(map(json.dumps, panels)) + "\n]\n")
