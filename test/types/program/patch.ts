// Compiles: what p takes and gives, as users write it.

import {
  connection,
  h,
  isNrnScalar,
  isSection,
  NetCon,
  type NetConOptions,
  type PointProcess,
  type PointProcessClass,
  p,
  Section,
  type Segment,
  transform,
  transformArc,
  type VecStim,
  type Vector,
} from "nrn-patch";

const soma = p.Section({ name: "soma", L: 20, diam: 20, nseg: 3, Ra: 100, cm: 1, insert: ["hh"] });
soma satisfies Section;
const same: Section = h.Section();
soma
  .connect(same(1), 0)
  .setDimensions(1, 2)
  .setSegments(3)
  .add3d([[0, 0, 0]], 1)
  .add3d([[1, 2, 3]])
  .insert("pas");
soma.points[0]?.[2] satisfies number | undefined;
soma.parent?.L satisfies number | undefined;
soma.record(0.2).length satisfies number;
soma.recordings.get(0.5)?.max() satisfies number | undefined;
soma.wholetree()[0]?.record() satisfies Vector | undefined;

const syn = p.ExpSyn(soma);
syn.tau satisfies number;
p.ExpSyn(soma, 0.3).e satisfies number;
p.Exp2Syn(soma(0.5)).tau1 satisfies number;
new p.ExpSyn(soma).get_segment() satisfies Segment;
soma.synapse(p.ExpSyn, { x: 0.5, attributes: { tau: 3 } }).tau satisfies number;
soma.synapse(h.ExpSyn, { attributes: { e: -70 } }).tau satisfies number;
soma.synapse((segment) => p.Exp2Syn(segment), { attributes: { tau1: 1, tau2: 2 } }).tau1 satisfies number;
// @ts-expect-error: ExpSyn has no tua
soma.synapse(p.ExpSyn, { attributes: { tua: 3 } });
// @ts-expect-error: not a number
soma.synapse(p.ExpSyn, { attributes: { tau: "3" } });
// @ts-expect-error: a method
soma.synapse(p.ExpSyn, { attributes: { stimulate: 3 } });
p.PointProcess(p.ExpSyn, soma).tau satisfies number;
syn.stimulate({ start: 1, number: 3, interval: 1, noise: 0, weight: 1, delay: 0 }).interval satisfies number;
syn.stimulate([1, 2, 3], { weight: 0.1 }).pattern satisfies Float64Array;
p.VecStim([1, 2]) satisfies VecStim;
p.VecStim().vector satisfies Vector;
p.IntFire1().m satisfies number;

const netcon = p.NetCon(soma, syn, { weight: [0.1], delay: 1, threshold: -20 });
netcon satisfies NetCon;
netcon.spikes.toArray() satisfies Float64Array;
netcon.gid satisfies number | undefined;
p.NetCon(soma, null, 0, 1, 0.1).weight[0] satisfies number | undefined;
const options: NetConOptions = { weight: 1 };
p.NetCon(soma(0.5), syn, options);
connection(soma, syn, { strict: false }) satisfies NetCon;
soma.connectPoints(syn, 0.5) satisfies NetCon;

const clamp = soma.iclamp({ amplitude: [1, 2, 3], delay: 1, duration: 2, x: 0.5 });
clamp.amplitude = 3;
clamp.amplitude = [1, 2];
clamp.duration satisfies number;
const hold = soma.vclamp({ voltage: [-70, 0, -70], before: 1, duration: 2, after: 3, holding: -70 });
hold.voltage = -10;
hold.voltage = [1, 2, 3];
hold.voltage[0] satisfies number | undefined;

p.record(soma).max() satisfies number;
p.record(soma(0.5)._ref_v) satisfies Vector;
p.Vector().record(syn) satisfies Vector;
p.Vector().record(soma(0.5)) satisfies Vector;
p.time satisfies Vector;
p.run();
p.run(10, { vInit: -65 });
p.finitialize();
p.finitialize(-65);
p.continuerun(10);
p.celsius = 32;
p.distance(soma(0), soma(1)) satisfies number;
p.area(0.5, { sec: soma }) satisfies number;
p.SectionRef(soma).section satisfies Section;
p("x = 3") satisfies true;
p.cas() satisfies Section;
for (const sec of p.allsec()) sec.record();
p.scope(() => 3) satisfies number;
p.scope().dispose();
p.clear();
p.dispose(soma);

p.parallel.id satisfies number;
p.parallel.nhost satisfies number;
p.parallel.broadcast({ a: 1 }).a satisfies number;
p.parallel.allgather("x")[0] satisfies string | undefined;
p.parallel.gather(3)?.[0] satisfies number | undefined;
const [times, gids] = p.parallel.spike_record();
times satisfies Vector;
gids satisfies Vector;
p.parallel.set_gid2node(3);
p.parallel.source_var(soma, 1);
p.parallel.target_var(clamp, clamp._ref_amp, 1);
p.ParallelCon(soma, 1, { output: false, threshold: 0 }) satisfies NetCon;
p.ParallelCon(1, syn, { delay: 1, weight: 1 }) satisfies NetCon;

// Users' own objects.
class Cell {
  readonly soma = p.Section({ name: "soma", cell: this });
  __neuron__(): Section {
    return this.soma;
  }
  __netcon__() {
    return this.soma(1)._ref_v;
  }
  __record__() {
    return this.soma(0.5)._ref_v;
  }
  __arc__(): number {
    return 0.3;
  }
}
const cell = new Cell();
p.ExpSyn(cell).tau satisfies number;
p.NetCon(cell, p.ExpSyn(cell), { weight: 1 });
p.record(cell) satisfies Vector;
transform(cell).L satisfies number;
transform(3) satisfies number;
transformArc(cell).x satisfies number;

class Soma extends p.Section {
  label = "mine";
  constructor(name: string) {
    super({ name, L: 33, insert: "hh" });
  }
  override record(x = 0.9): Vector {
    return super.record(x);
  }
}
const mine = new Soma("soma");
mine(0.5).v satisfies number;
mine.label satisfies string;
mine.insert("pas").label satisfies string;
mine.record().length satisfies number;
class Link extends p.NetCon {
  made = 1;
}
new Link(soma, syn, { weight: 1 }).weight[0] satisfies number | undefined;
class Fast extends p.ExpSyn {
  kind = "fast";
}
new Fast(soma, 0.3).tau satisfies number;
class Train extends p.NetStim {
  kind = "train";
}
new Train().number satisfies number;

const thing: unknown = soma;
if (isSection(thing)) thing.L satisfies number;
if (isNrnScalar(thing)) thing[0] satisfies number | undefined;
if (thing instanceof NetCon) thing.delay satisfies number;
if (thing instanceof Section) thing.nseg satisfies number;

// A mechanism that is declared for h is there in p, by p's rules.
declare module "nrn-patch" {
  interface Hoc {
    readonly Ampa: PointProcessClass<Ampa>;
  }
}
interface Ampa extends PointProcess {
  gmax: number;
}
p.Ampa(soma, 0.3).gmax satisfies number;
soma.synapse(p.Ampa).stimulate({ start: 1 }).start satisfies number;

// What stands for a section, a segment or a Vector goes where they go.
class Standing<T> {
  readonly what: T;
  constructor(what: T) {
    this.what = what;
  }
  __neuron__(): T {
    return this.what;
  }
}
const standing = new Standing(soma);
p.Section().connect(standing);
p.SectionRef(standing).section satisfies Section;
p.SectionList().append(standing);
p.area(0.5, { sec: standing });
p.distance(new Standing(soma(0)), soma(1)) satisfies number;
p.push_section(standing);
p.NetCon(standing, null, { sec: standing }).record(new Standing(p.Vector()));
p.dispose(new Standing(p.ExpSyn(soma)));
