import tempfile
from pathlib import Path

import glia_project

prepare = None


def patched(p):
    with tempfile.TemporaryDirectory() as folder:
        glia_project.thirty(Path(folder))
        import glia

        glia.compile()
