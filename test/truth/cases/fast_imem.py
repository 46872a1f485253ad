"""i_membrane_ of a random passive tree full of clamps and synapses (NEURON's test_fast_imem.py)."""

from itertools import islice


def tree(h, number, size):
    random = h.Random()
    random.Random123(number, 0, 0)
    size += int(random.discunif(0, 4))
    secs = [h.Section(name=f"cell{number}_d{i}") for i in range(size)]
    for i in range(1, size):
        parent = int(random.discunif(0, i - 1))
        secs[i].connect(secs[parent](0.5 if parent == 0 else 1))
    for i, sec in enumerate(secs):
        sec.L = 5 if i == 0 else 10
        sec.diam = 5 if i == 0 else 1
        sec.insert("pas")
        sec.g_pas = 0.0001 * random.uniform(1, 1.1)
        sec.e_pas = -65 * random.uniform(1, 1.1)
    stim = h.NetStim()
    stim.number, stim.start = 1, 0
    kept = [stim]
    for sec in secs:
        for seg in sec.allseg():
            clamp = h.IClamp(seg)
            clamp.delay, clamp.dur = 0.1, 1
            clamp.amp = 0.001 * random.uniform(1, 1.1)
            synapse = h.ExpSyn(seg)
            synapse.e = -65 * random.uniform(1, 1.1)
            synapse.tau = random.uniform(0.1, 1)
            netcon = h.NetCon(stim, synapse)
            netcon.delay = 0.2
            netcon.weight[0] = 0.001 * random.uniform(1, 1.1)
            kept += [clamp, synapse, netcon]
    return secs, kept


def run(h):
    h.load_file("stdrun.hoc")
    (first, kept), (second, kept_too) = tree(h, 0, 10), tree(h, 1, 10)
    h.CVode().use_fast_imem(True)
    random = h.Random()
    random.Random123(0, 1, 0)
    for sec in h.allsec():
        for seg in sec.allseg():
            seg.v = -65 + random.uniform(0, 5)
    h.finitialize()
    total, clamped = h.Vector(), h.Vector()
    while h.t < 1:
        h.fadvance()
        total.append(sum_membrane(h))
        clamped.append(sum_clamps(h))
    traces = {
        "total": total,
        "clamped": clamped,
        "i_membrane_": [seg.i_membrane_ for sec in first[:4] for seg in sec.allseg()],
        "count": [len(first), len(second)],
    }
    recorded = h.Vector().record(first[3](0.5)._ref_i_membrane_)
    h.finitialize(-65)
    h.continuerun(1)
    return {**traces, "recorded": recorded}


def sum_membrane(h):
    total = 0
    for sec in h.allsec():
        for seg in islice(sec.allseg(), 1 if sec.parentseg() else 0, None):
            total += seg.i_membrane_
    return total


def sum_clamps(h):
    total = 0
    for clamp in h.List("IClamp"):
        total += clamp.i
    return total
