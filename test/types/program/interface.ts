// Compiles: the examples of docs and interface, as they stand.

import { h, units, untyped } from "nrn-patch";

h.load_file("stdrun.hoc");
h.celsius = 6.3;
const soma = h.Section({ name: "soma" });
soma.L = soma.diam = 20;
soma.nseg = 3;
soma.insert("hh");
soma(0.5).hh.gnabar = 0.12;
soma.gnabar_hh = 0.12;
for (const seg of soma) seg.cm = 1;
for (const mech of soma(0.5)) mech.name();

const dend = h.Section({ name: "dend" });
dend.connect(soma(1), 0);
dend.connect(soma);
dend.connect(soma, 1, 0);
dend.children();
dend.parentseg();
soma.wholetree();
soma.subtree();
dend.psection();
dend.pt3dadd(0, 0, 0, 2);
dend.pt3dadd(100, 0, 0, 1);
dend.n3d();
dend.x3d(0);

const clamp = h.IClamp(soma(0.5));
clamp.delay = 5;
clamp.dur = 1;
clamp.amp = 0.5;
const v = h.Vector().record(soma(0.5)._ref_v);
soma(0.5)._ref_v[0];
const nc = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
nc.threshold = 0;
nc.record(() => console.log("spike at", h.t));
h.FInitializeHandler(() => {
  soma(0.5).v = -70;
  h.CVode().event(3, () => console.log(h.t));
});
h.finitialize(-65);
h.continuerun(40);
v.toArray() satisfies Float64Array;
v.size() satisfies number;
v.length satisfies number;
v[3] satisfies number | undefined;
v[-1] satisfies number | undefined;
v.x[3] satisfies number | undefined;
v.max() satisfies number;
[...v] satisfies number[];
h.Vector([1, 2, 3]);
h.distance(soma(0), dend(1));
h.area(0.5, { sec: dend });
for (const sec of h.allsec()) sec.name();
for (const netcon of h.List("NetCon")) netcon.delay satisfies number;
h("begintemplate Pair\npublic a, b\ncreate a, b\nendtemplate Pair");
const pair = untyped(h).Pair();
pair.a(0.5).v;
const text = h.ref("");
h.sprint(text, "t is %g", h.t);
text[0] satisfies string;

v.c(1, 5);
v.c().add(1);
soma.insert(h.hh);
h.hh.insert(soma);
soma(0.5).vext[1] satisfies number | undefined;
soma(0.5).equals(soma(0.6)) satisfies boolean;
for (const mech of soma(0.5)) {
  mech.set("gnabar", 0.1);
  mech.get("gnabar") satisfies number;
}
soma(0.5).hh.rates(-40);
const stop: () => void = h.onPrint((line, stream) => stream === "stdout" && line.length);
stop();
h.continuerun(2 * units.s);

// Pointers and references of each kind.
h.setpointer(soma(0.5)._ref_v, "vother", clamp);
nc._ref_weight[0];
clamp._ref_i[0] satisfies number;
h._ref_t;
const object = h.ref(null);
object[0] satisfies object | null;
h.ref(1)[0] satisfies number;

// Arrays, with an index, a length and a loop.
nc.weight[0] = 0.5;
nc.weight.length satisfies number;
for (const weight of nc.weight) weight satisfies number;
const levels = h.VClamp(soma(0.5));
levels.amp[0] = -10;
levels.dur.length satisfies number;
[...levels.amp] satisfies number[];

clamp.has_loc() satisfies boolean;
clamp.get_segment().sec satisfies typeof soma;
h.NetStim().has_loc() satisfies boolean;
h.hh.ions.na?.read satisfies readonly string[] | undefined;

// Every way to make a thing.
new h.Vector(10, 1);
new h.Section("axon");
h.Section({ name: "soma", cell: { any: "object" } });
new h.IClamp(0.5, { sec: soma });
h.NetCon(h.NetStim(), h.ExpSyn(soma(0.5)), 10, 1, 0.1);
h.FInitializeHandler(0, () => {});
h.FInitializeHandler([(a: number) => void a, 3]);
h.IClamp[0] satisfies object | undefined;
using_(clamp);
function using_(thing: { [Symbol.dispose](): void; dispose(): void }): void {
  thing.dispose();
}
