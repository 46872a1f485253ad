def prepare(h):
    vector = h.Vector()

    def run(count):
        for i in range(count):
            vector.append(i)
        return lambda: vector.resize(0)

    return run
