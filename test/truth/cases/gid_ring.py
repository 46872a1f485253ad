"""A ring over gids in one process: psolve, spike_record, thresholds, gid bookkeeping."""


def run(h):
    h.load_file("stdrun.hoc")
    pc = h.ParallelContext()
    cells, synapses = [], []
    for gid in range(8):
        cell = h.Section(name=f"cell{gid}")
        cell.L = cell.diam = 12
        cell.insert("hh")
        pc.set_gid2node(gid, pc.id())
        pc.cell(gid, h.NetCon(cell(0.5)._ref_v, None, sec=cell))
        pc.threshold(gid, -10 + gid)
        cells.append(cell)
        synapses.append(h.ExpSyn(cell(0.5)))
    netcons = []
    for gid in range(8):
        netcon = pc.gid_connect((gid + 7) % 8, synapses[gid])
        netcon.weight[0], netcon.delay = 0.02, 1.5 + 0.25 * gid
        netcons.append(netcon)
    stim = h.NetStim()
    stim.number, stim.start = 1, 2
    start = h.NetCon(stim, synapses[0], 0, 0.5, 0.03)
    times, gids = h.Vector(), h.Vector()
    pc.spike_record(-1, times, gids)
    one = [h.Vector(), h.Vector()]
    pc.spike_record(3, *one)
    v = h.Vector().record(cells[4](0.5)._ref_v)
    step = pc.set_maxstep(10)
    h.stdinit()
    pc.psolve(60)
    traces = {
        "spikes": times,
        "gids": gids,
        "spikes 3": one[0],
        "v": v,
        "bookkeeping": [step, pc.gid_exists(3), pc.gid_exists(99), pc.threshold(5), start.delay, pc.nhost()],
        "cells": [pc.gid2cell(2).name() if hasattr(pc.gid2cell(2), "name") else "-"] if pc.gid2cell(2) else ["nothing"],
        "reduced": [pc.allreduce(3.5, 1), pc.allreduce(2, 2)],
    }
    numbers = h.Vector([4, 5, 6])
    pc.allreduce(numbers, 1)
    pc.broadcast(numbers, 0)
    traces["numbers"] = numbers
    pc.post("mail", 7, h.Vector([1, 2]))
    received = h.Vector()
    traces["mail"] = [pc.look("mail"), pc.take("mail"), pc.upkscalar()]
    received = pc.upkvec()
    traces["received"] = received
    return traces
