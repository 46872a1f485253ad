"""Two threads and four: cells that do not talk give the numbers of one thread, and the partition is as asked."""


def run(h):
    h.load_file("stdrun.hoc")
    pc = h.ParallelContext()
    cells, clamps, v = [], [], []
    for i in range(6):
        cell = h.Section(name=f"cell{i}")
        cell.L, cell.diam, cell.nseg = 30 + 20 * i, 5, 3
        cell.insert("hh")
        clamp = h.IClamp(cell(0.1))
        clamp.delay, clamp.dur, clamp.amp = 1 + 0.5 * i, 2, 0.3 + 0.1 * i
        cells.append(cell)
        clamps.append(clamp)
        v.append(h.Vector().record(cell(0.9)._ref_v))
    traces = {}

    def look(name, threads):
        h.finitialize(-65)
        h.continuerun(8)
        for i in range(6):
            traces[f"v {name} {i}"] = v[i].c()
        traces[f"partition {name}"] = [sec.name() for k in range(threads) for sec in pc.get_partition(k)]
        traces[f"threads {name}"] = [pc.nthread(), pc.id(), pc.nhost()]

    look("one", 1)
    pc.nthread(2)
    look("two", 2)
    own = h.SectionList()
    rest = h.SectionList()
    for i, cell in enumerate(cells):
        (own if i == 5 else rest).append(cell)
    pc.partition(0, rest)
    pc.partition(1, own)
    look("own", 2)
    pc.partition()
    pc.nthread(4)
    look("four", 4)
    pc.nthread(1)
    look("one again", 1)
    return traces
