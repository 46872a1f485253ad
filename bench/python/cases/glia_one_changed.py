import time

import glia_project

prepare = None


def patched(p):
    changing = glia_project.BENCH / "python" / "changing-home"
    glia_project.use("changing", {"changing": glia_project.BENCH / "thirty" / "mod"}, changing)
    [file] = (glia_project.BENCH / "python" / "changing").glob("changing/mods/*__Kv3__0.mod")
    file.write_text(f"{file.read_text()}: {time.time()}\n")
    import glia

    glia.load_library()
