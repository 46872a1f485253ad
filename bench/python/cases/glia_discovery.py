import glia_project

prepare = None


def patched(p):
    glia_project.fifty()

    def run(count):
        import glia

        found = [package for package in glia.get_packages() if package.name.startswith("package")]
        assert len(found) == 50, f"{len(found)} packages"

    return run
