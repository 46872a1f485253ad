def recording(h, count, record):
    sections = [h.Section() for _ in range(count)]

    def run(count):
        vectors = [record(section) for section in sections]

        def after():
            vectors.clear()
            sections.clear()
            # The first recording of each is the one that counts.
            sections.extend(h.Section() for _ in range(count))

        return after

    return run


def prepare(h, count):
    return recording(h, count, lambda section: h.Vector().record(section(0.5)._ref_v))


def patched(p, count):
    return recording(p, count, lambda section: section.record())
