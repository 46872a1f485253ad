from build import cell


def prepare(h):
    def once():
        cells = [cell(h) for _ in range(200)]
        cells.clear()

    once()

    def run(count):
        for _ in range(count):
            once()

    return run
