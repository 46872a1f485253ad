import glia_project

prepare = None


def patched(p):
    glia_project.thirty()
    glia_project.compiled()
    soma = p.Section(name="soma")

    def run(count):
        import glia

        glia.insert(soma, "Kv3")

    return run
