prepare = None


def patched(p):
    import glia_project

    glia_project.thirty()
    import glia

    soma = p.Section(name="soma")

    def run(count):
        for _ in range(count):
            glia.insert(soma, "ExpSyn", x=0.5)

    return run
