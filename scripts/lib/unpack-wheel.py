"""Unpacks what runs without Python of NEURON's wheel: its data folder, the libraries beside it, and the licence.

Usage: unpack-wheel.py WHEEL FOLDER
"""

import os
import re
import sys
import zipfile

WANTED = re.compile(r"neuron/\.data/|neuron/\.dylibs/|neuron\.libs/|[^/]+\.dist-info/(METADATA|WHEEL|licenses/|LICENSE|Copyright)")
PYTHON_PARTS = re.compile(r".*/libnrnpython[^/]*$")


def main(wheel, folder):
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            if not WANTED.match(member.filename) or PYTHON_PARTS.match(member.filename):
                continue
            path = archive.extract(member, folder)
            # zipfile forgets the modes, and the tools in .data/bin must stay executable.
            mode = member.external_attr >> 16 & 0o777
            if mode and not member.is_dir():
                os.chmod(path, mode | 0o644)


main(*sys.argv[1:])
