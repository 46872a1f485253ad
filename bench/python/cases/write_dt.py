def prepare(h):
    def run(count):
        for i in range(1, count + 1):
            h.dt = i

    return run
