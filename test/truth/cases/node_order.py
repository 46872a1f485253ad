"""The order of nodes under pc.optimize_node_order, with one thread and two (NEURON's test_optim_node_order.py)."""


def run(h):
    pc = h.ParallelContext()
    cells, kept = [], []
    for i in range(1, 4):
        cell = h.Section(name=f"d{i}")
        cell.nseg = i
        for k, seg in enumerate(cell.allseg()):
            seg.v = k + 10 * i
        pc.set_gid2node(i, pc.id())
        pc.cell(i, h.NetCon(cell(1)._ref_v, None, sec=cell))
        kept += [h.ExpSyn(cell(0)) for _ in range(3)]
        cells.append(cell)
    traces = {}
    for threads in [1, 2]:
        pc.nthread(threads)
        for order in range(3):
            pc.optimize_node_order(order)
            h.finitialize()
            indices = [seg.node_index() for cell in cells for seg in cell.allseg()]
            values = [seg.v for cell in cells for seg in cell.allseg()]
            traces[f"{threads} {order}"] = [pc.optimize_node_order(), *indices, *values]
    return traces
