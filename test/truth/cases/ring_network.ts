// A ring of ball-and-stick cells, each a class, that pass one spike around.
class Cell {
  readonly number: number;
  readonly soma: any;
  readonly dend: any;
  readonly synapse: any;
  readonly spikes: any;
  readonly detector: any;
  readonly v: any;

  constructor(h: any, number: number) {
    this.number = number;
    this.soma = h.Section({ name: "soma", cell: this });
    this.dend = h.Section({ name: "dend", cell: this });
    this.dend.connect(this.soma);
    this.soma.L = this.soma.diam = 12.6157;
    [this.dend.L, this.dend.diam, this.dend.nseg] = [200, 1, 5];
    this.soma.insert("hh");
    this.dend.insert("pas");
    this.dend.g_pas = 0.001;
    this.dend.e_pas = -65;
    this.synapse = h.ExpSyn(this.dend(0.5));
    this.synapse.tau = 2;
    this.spikes = h.Vector();
    this.detector = h.NetCon(this.soma(0.5)._ref_v, null, { sec: this.soma });
    this.detector.record(this.spikes);
    this.v = h.Vector().record(this.soma(0.5)._ref_v);
  }

  toString() {
    return `Cell[${this.number}]`;
  }
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  const cells: any[] = [0, 1, 2, 3, 4].map((i) => new Cell(h, i));
  const ring = [];
  for (const [i, source] of cells.entries()) {
    const target = cells[(i + 1) % cells.length];
    const netcon = h.NetCon(source.soma(0.5)._ref_v, target.synapse, { sec: source.soma });
    netcon.weight[0] = 0.01;
    netcon.delay = 5;
    ring.push(netcon);
  }
  const stim = h.NetStim();
  stim.number = 1;
  stim.start = 9;
  const start = h.NetCon(stim, cells[0].synapse);
  start.delay = 1;
  start.weight[0] = 0.04;
  h.finitialize(-65);
  h.continuerun(100);
  const traces: any = { names: [...h.allsec()].map((sec) => sec.name()) };
  for (const cell of cells) {
    traces[`v ${cell}`] = cell.v;
    traces[`spikes ${cell}`] = cell.spikes;
  }
  return traces;
}
