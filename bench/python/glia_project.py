"""The mechanisms of a project in build/bench as packages of the first Glia, which finds what the path offers.

Its data, cache and preferences lie in build/bench too. The first use installs a package of its own with pip, which would bring an older
Glia along (PIP_NO_DEPS).
"""

import os
import re
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "build" / "bench"


def use(name, folders, cache=None):
    """From here on, Glia finds the packages; `folders` are those that hold mod files, by package."""
    root = BENCH / "python" / name
    for package, mods in folders.items():
        offer(root, package, mods)
    home = cache or BENCH / "python" / f"{name}-home"
    os.environ.update(XDG_DATA_HOME=str(home), XDG_CACHE_HOME=str(home), PIP_NO_DEPS="1")
    os.environ["PYTHONPATH"] = str(root)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    sys.path.insert(0, str(root))


def offer(root, package, mods):
    if (root / f"{package}-1.0.dist-info" / "entry_points.txt").exists():
        return
    (root / package / "mods").mkdir(parents=True, exist_ok=True)
    declarations = []
    for file in sorted(mods.glob("*.mod")):
        text = file.read_text()
        kind, name = re.search(r"\b(SUFFIX|POINT_PROCESS) (\w+)", text).groups()
        full = f"glia__{package}__{name}__0"
        (root / package / "mods" / f"{full}.mod").write_text(text.replace(f"{kind} {name}", f"{kind} {full}", 1))
        declarations.append(f'Mod("mods/{full}.mod", "{name}", is_point_process={kind == "POINT_PROCESS"})')
    (root / package / "__init__.py").write_text(
        "from pathlib import Path\nfrom glia import Mod, Package\n"
        f'package = Package("{package}", Path(__file__).parent, mods=[{", ".join(declarations)}])\n'
    )
    info = root / f"{package}-1.0.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[glia.package]\n{package} = {package}:package\n")


def compiled():
    """Compiles beforehand, in another process."""
    subprocess.run([sys.executable, "-c", "import glia; glia.load_library()"], check=True, stdout=subprocess.DEVNULL)


def thirty(cache=None):
    use("thirty", {"thirty": BENCH / "thirty" / "mod"}, cache)


def fifty():
    packages = sorted((BENCH / "fifty" / "node_modules").iterdir())
    use("fifty", {package.name: package / "mod" for package in packages})
