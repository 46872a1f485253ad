"""A ring of ball-and-stick cells, each a class, that pass one spike around."""


class Cell:
    def __init__(self, h, number):
        self.number = number
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L, self.dend.diam, self.dend.nseg = 200, 1, 5
        self.soma.insert("hh")
        self.dend.insert("pas")
        self.dend.g_pas = 0.001
        self.dend.e_pas = -65
        self.synapse = h.ExpSyn(self.dend(0.5))
        self.synapse.tau = 2
        self.spikes = h.Vector()
        self.detector = h.NetCon(self.soma(0.5)._ref_v, None, sec=self.soma)
        self.detector.record(self.spikes)
        self.v = h.Vector().record(self.soma(0.5)._ref_v)

    def __str__(self):
        return f"Cell[{self.number}]"


def run(h):
    h.load_file("stdrun.hoc")
    cells = [Cell(h, i) for i in range(5)]
    ring = []
    for source, target in zip(cells, cells[1:] + cells[:1]):
        netcon = h.NetCon(source.soma(0.5)._ref_v, target.synapse, sec=source.soma)
        netcon.weight[0] = 0.01
        netcon.delay = 5
        ring.append(netcon)
    stim = h.NetStim()
    stim.number = 1
    stim.start = 9
    start = h.NetCon(stim, cells[0].synapse)
    start.delay = 1
    start.weight[0] = 0.04
    h.finitialize(-65)
    h.continuerun(100)
    traces = {"names": [sec.name() for sec in h.allsec()]}
    for cell in cells:
        traces[f"v {cell}"] = cell.v
        traces[f"spikes {cell}"] = cell.spikes
    return traces
