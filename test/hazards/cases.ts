// The hazards: what a user can do wrong, and the error that comes of it. The message says where, what was expected, what came.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";

export interface Hazard {
  run: (h: any) => unknown;
  /** The class of the error; none where the thing is no mistake here (though it is in NEURON). */
  error?: string;
  message: RegExp;
  code?: string;
  /** Takes away what would disturb any simulation, such as a setting. */
  after?: (h: any) => void;
  /** Needs the compiled mechanisms. */
  mechanisms?: true;
}

export const cases: Record<string, Hazard> = {};

type More = Pick<Hazard, "after" | "mechanisms" | "code">;

const codes: Record<string, string> = {
  ArgumentTypeError: "ERR_PATCH_TYPE",
  ArgumentRangeError: "ERR_PATCH_RANGE",
  NameError: "ERR_PATCH_NAME",
  DisposedError: "ERR_PATCH_DISPOSED",
  SimulationError: "ERR_PATCH_SIMULATION",
  HocError: "ERR_PATCH_HOC",
};

function add(name: string, hazard: Hazard) {
  assert.ok(!(name in cases), `two cases are called "${name}"`);
  cases[name] = hazard;
}
const refused = (error: string) => (name: string, message: RegExp, run: Hazard["run"], more: More = {}) => {
  const code = codes[error];
  add(name, { error, message, run, ...(code && { code }), ...more });
};
const wrongType = refused("ArgumentTypeError");
const outOfRange = refused("ArgumentRangeError");
const unknownName = refused("NameError");
const disposed = refused("DisposedError");
const inRun = refused("SimulationError");
const hocError = refused("HocError");
const noSection = refused("HocSectionAccessError");
const own = refused("Mine");
/** What goes wrong in Python and is right here. */
const right = (name: string, run: Hazard["run"], more: More = {}) => add(name, { message: /./, run, ...more });

class Mine extends Error {}

function make(h: any, name = "cable") {
  const sec = h.Section({ name });
  sec.L = sec.diam = 20;
  sec.insert("hh");
  return sec;
}

/** Calls `action` in the middle of a run. */
function during(h: any, action: () => unknown, handler: "event" | "init" | "record" = "event") {
  h.load_file("stdrun.hoc");
  const sec = make(h, "running");
  if (handler === "event") {
    h.finitialize(-65);
    h.CVode().event(1, action);
    return h.continuerun(2);
  }
  if (handler === "init") {
    const kept = h.FInitializeHandler(action);
    try {
      return h.finitialize(-65);
    } finally {
      kept.dispose();
    }
  }
  const nc = h.NetCon(sec(0.5)._ref_v, null, { sec });
  nc.threshold = 0;
  nc.record(action);
  const clamp = h.IClamp(sec(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [0, 5, 1];
  h.finitialize(-65);
  return h.continuerun(5);
}

// Sections -----------------------------------------------------------------------------------------------------------

outOfRange("L = 0", /\.L: expected a finite number above 0, got 0/, (h) => (make(h).L = 0));
outOfRange("L = -5", /\.L: .*above 0, got -5/, (h) => (make(h).L = -5));
outOfRange("L = NaN", /\.L: .*got NaN/, (h) => (make(h).L = Number.NaN));
outOfRange("L = Infinity", /\.L: .*got Infinity/, (h) => (make(h).L = Number.POSITIVE_INFINITY));
wrongType("L = null", /\.L: expected a number, got null/, (h) => (make(h).L = null));
wrongType('L = "20"', /\.L: expected a number, got the string "20"/, (h) => (make(h).L = "20"));
outOfRange("diam = 0", /\.diam: .*above 0, got 0/, (h) => (make(h).diam = 0));
outOfRange("diam = NaN", /\.diam: .*got NaN/, (h) => (make(h).diam = Number.NaN));
outOfRange("a segment's diam = -1", /\.diam: .*above 0, got -1/, (h) => (make(h)(0.5).diam = -1));
outOfRange("a segment's diam = 0", /\.diam: .*above 0, got 0/, (h) => (make(h)(0.5).diam = 0));
outOfRange("Ra = -1", /\.Ra: .*got -1/, (h) => (make(h).Ra = -1));
outOfRange("Ra = 0", /\.Ra: .*got 0/, (h) => (make(h).Ra = 0));
wrongType("Ra = undefined", /\.Ra: .*got undefined/, (h) => (make(h).Ra = undefined));
outOfRange("nseg = 0", /\.nseg: expected a whole number from 1 to 32767, got 0/, (h) => (make(h).nseg = 0));
outOfRange("nseg = 2.5", /\.nseg: .*got 2\.5/, (h) => (make(h).nseg = 2.5));
outOfRange("nseg = 40000", /\.nseg: .*got 40000/, (h) => (make(h).nseg = 40000));
outOfRange("nseg = Infinity", /\.nseg: .*got Infinity/, (h) => (make(h).nseg = Number.POSITIVE_INFINITY));
wrongType("nseg = a section", /\.nseg: /, (h) => (make(h).nseg = make(h, "other")));
outOfRange("cm = NaN", /\.cm: .*got NaN/, (h) => (make(h).cm = Number.NaN));
outOfRange("cm = Infinity", /\.cm: .*got Infinity/, (h) => (make(h).cm = Number.POSITIVE_INFINITY));
outOfRange("v = NaN", /\.v: .*got NaN/, (h) => (make(h).v = Number.NaN));
outOfRange("a segment's v = NaN", /\(0\.5\)\.v: .*got NaN/, (h) => (make(h)(0.5).v = Number.NaN));
wrongType("a segment's v = null", /\(0\.5\)\.v: expected a number, got null/, (h) => (make(h)(0.5).v = null));
wrongType("gnabar = a string", /gnabar_hh: .*got the string "much"/, (h) => (make(h).gnabar_hh = "much"));
outOfRange("hh.gnabar = NaN", /gnabar.*got NaN/, (h) => (make(h)(0.5).hh.gnabar = Number.NaN));
outOfRange("rallbranch = -1", /rallbranch: .*got -1/, (h) => (make(h).rallbranch = -1));
outOfRange("x = 1.5", /\(x\): expected a number from 0 to 1, got 1\.5/, (h) => make(h)(1.5));
outOfRange("x = -0.1", /\(x\): .*got -0\.1/, (h) => make(h)(-0.1));
outOfRange("x = NaN", /\(x\): .*got NaN/, (h) => make(h)(Number.NaN));
wrongType("x = null", /\(x\): .*got null/, (h) => make(h)(null));
wrongType("x left out", /\(x\): .*got undefined/, (h) => make(h)());
wrongType("a section's name is a number", /Section: /, (h) => h.Section(5));
wrongType("a section's option name is a number", /Section: name: expected a string, got 5/, (h) => h.Section({ name: 5 }));
wrongType("a section's option is unknown", /Section: unknown option "nam".*"name"/, (h) => h.Section({ nam: "x" }));
wrongType("a section's cell is a string", /Section: cell: expected an object/, (h) => h.Section({ cell: "me" }));
wrongType("a section's options are a Vector", /Section: expected a name or/, (h) => h.Section(h.Vector(3)));
wrongType("connect to nothing", /\.connect: expected a section or a segment, got null/, (h) => make(h).connect(null));
wrongType("connect to a number", /\.connect: expected a section or a segment, got 3/, (h) => make(h).connect(3));
wrongType("connect to a Vector", /\.connect: expected a section or a segment/, (h) => make(h).connect(h.Vector(3)));
outOfRange("connect at x = 7", /parent x: .*got 7/, (h) => make(h).connect(make(h, "other"), 7));
wrongType("connect a child's end 0.5", /the child's end is 0 or 1, got 0\.5/, (h) => make(h).connect(make(h, "o"), 1, 0.5));
refused("HocConnectError")("connect to itself", /would close a loop/, (h) => {
  const sec = make(h);
  sec.connect(sec(1));
}, { code: "ERR_PATCH_HOC_CONNECT" });
refused("HocConnectError")("connect in a loop", /would close a loop/, (h) => {
  const [a, b, c] = [make(h, "a"), make(h, "b"), make(h, "c")];
  b.connect(a(1));
  c.connect(b(1));
  a.connect(c(1));
}, { code: "ERR_PATCH_HOC_CONNECT" });
unknownName("insert an unknown mechanism", /no density mechanism "hhh".*Did you mean "hh"/, (h) => make(h).insert("hhh"));
unknownName("insert a point process", /IClamp.*point process/, (h) => make(h).insert("IClamp"));
wrongType("insert null", /mechanism: expected a string, got null/, (h) => make(h).insert(null));
wrongType("insert a number", /mechanism: expected a string, got 5/, (h) => make(h).insert(5));
unknownName("insert what is no mechanism", /no density mechanism "finitialize"/, (h) => make(h).insert("finitialize"));
unknownName("uninsert an unknown mechanism", /no density mechanism "zap"/, (h) => make(h).uninsert("zap"));
unknownName("read a mechanism that is not inserted", /no "pas".*insert\("pas"\)/, (h) => make(h)(0.5).pas.g);
unknownName("read a variable that is not inserted", /g_pas at cable\(0\.5\) does not exist/, (h) => make(h)(0.5).g_pas);
unknownName("set a variable that is not inserted", /g_pas.*does not exist/, (h) => (make(h).g_pas = 1));
unknownName("read a mechanism's variable at an end", /ends of a section have no membrane/, (h) => make(h)(0).gnabar_hh);
unknownName("read i_membrane_ without use_fast_imem", /use_fast_imem/, (h) => make(h)(0.5).i_membrane_);
unknownName("a section's misspelt property", /no "nsegg" that could be set.*"nseg"/, (h) => (make(h).nsegg = 3));
unknownName("read a section's misspelt property", /no "lengthh"/, (h) => make(h).lengthh);
unknownName("a segment's misspelt variable", /no "gnabr_hh".*"gnabar_hh"/, (h) => (make(h)(0.5).gnabr_hh = 3));
unknownName("a mechanism's misspelt parameter", /no "gnabr".*"gnabar"/, (h) => make(h)(0.5).hh.gnabr);
unknownName("a pointer to a misspelt variable", /_ref_vv/, (h) => make(h)(0.5)._ref_vv);
unknownName("a pointer to what is not inserted", /g_pas.*does not exist/, (h) => make(h)(0.5)._ref_g_pas);
outOfRange("a 3-D point with NaN", /x: expected a finite number, got NaN/, (h) => make(h).pt3dadd(Number.NaN, 0, 0, 1));
wrongType("a 3-D point with three values", /a 3-D point is x, y, z and a diameter, got 3/, (h) => make(h).pt3dadd(1, 2, 3));
wrongType("3-D points of unequal lengths", /four lists of one length/, (h) => make(h).pt3dadd([1, 2], [1], [1], [1]));
wrongType("a 3-D point of strings", /x: expected a number, got the string/, (h) => make(h).pt3dadd("1", "2", "3", "4"));
outOfRange("a 3-D point's index too high", /has 0 3-D points; there is no point 3/, (h) => make(h).x3d(3));
outOfRange("a 3-D point's index negative", /i: expected a whole number from 0/, (h) => make(h).x3d(-1));
outOfRange("remove a 3-D point that is not there", /there is no point 0/, (h) => make(h).pt3dremove(0));
outOfRange("change a 3-D point that is not there", /there is no point 2/, (h) => make(h).pt3dchange(2, 5));
outOfRange("clear 3-D points with a negative size", /size: .*got -1/, (h) => make(h).pt3dclear(-1));
outOfRange("area at x = 2", /from 0 to 1, got 2|0 <= x <= 1|range/, (h) => h.area(2, { sec: make(h) }));
outOfRange("area at NaN", /NaN/, (h) => h.area(Number.NaN, { sec: make(h) }));
outOfRange("distance at x = 3", /from 0 to 1, got 3|range/, (h) => h.distance(3, { sec: make(h) }));
wrongType("distance from a string", /distance/, (h) => h.distance("soma"));
wrongType("keyword sec is a string", /sec: expected a section, got the string/, (h) => h.area(0.5, { sec: "soma" }));
wrongType("keyword sec is a segment", /sec: expected a section/, (h) => h.area(0.5, { sec: make(h)(0.5) }));
wrongType("an unknown keyword", /Unknown keyword "at"/, (h) => h.area(0.5, { sec: make(h), at: 3 }));

// Names --------------------------------------------------------------------------------------------------------------

unknownName("an unknown name of h", /NEURON knows no name "finitialise".*"finitialize"/, (h) => h.finitialise(-65));
unknownName("set an unknown name of h", /NEURON knows no name "celsus".*"celsius"/, (h) => (h.celsus = 30));
unknownName("a pointer to an unknown name", /no name "_ref_tt"|no name "tt"/, (h) => h._ref_tt);
unknownName("a range variable of h", /range variable: read it on a segment/, (h) => h.gnabar_hh);
unknownName("a word of HOC's language", /word of HOC's language/, (h) => h.proc);
unknownName("assign to a function of h", /finitialize cannot be assigned/, (h) => (h.finitialize = 3));
unknownName("assign to a class of h", /Vector cannot be assigned/, (h) => (h.Vector = 3));
unknownName("a class that does not exist", /no name "Vektor".*"Vector"/, (h) => h.Vektor(3));
unknownName("an object's misspelt member", /no "dellay"/, (h) => (h.IClamp(make(h)(0.5)).dellay = 1));
unknownName("an object's misspelt method", /no "recrd".*"record"/, (h) => h.Vector(3).recrd());
outOfRange("h.t = NaN", /h\.t: expected a number, got NaN/, (h) => (h.t = Number.NaN));
wrongType("h.dt = a string", /h\.dt: expected a number, got the string/, (h) => (h.dt = "0.1"));
outOfRange("h.dt = 0", /h\.dt: .*above 0, got 0/, (h) => (h.dt = 0));
outOfRange("h.dt = -1", /h\.dt: .*above 0, got -1/, (h) => (h.dt = -1));
outOfRange("h.dt = Infinity", /h\.dt: .*got Infinity/, (h) => (h.dt = Number.POSITIVE_INFINITY));
wrongType("h.celsius = null", /h\.celsius: expected a number, got null/, (h) => (h.celsius = null));
wrongType("h.secondorder = 0.5", /secondorder takes a whole number/, (h) => (h.secondorder = 0.5));
outOfRange("h.secondorder = 7", /secondorder.*0, 1 or 2/, (h) => (h.secondorder = 7));

// Objects ------------------------------------------------------------------------------------------------------------

noSection("a point process in no section", /section/, (h) => h.IClamp(0.5));
outOfRange("a point process at x = 1.5", /from 0 to 1, got 1\.5|range/, (h) => h.IClamp(1.5, { sec: make(h) }));
outOfRange("a point process at NaN", /NaN/, (h) => h.IClamp(Number.NaN, { sec: make(h) }));
wrongType("a point process in a string", /IClamp.*got the string "soma"/, (h) => h.IClamp("soma"));
wrongType("a point process in null", /IClamp.*null/, (h) => h.IClamp(null));
wrongType("a point process in a section", /IClamp.*segment.*section/, (h) => h.IClamp(make(h)));
wrongType("a point process in a Vector", /IClamp.*segment/, (h) => h.IClamp(h.Vector(3)));
wrongType("a point process in a function", /IClamp.*segment/, (h) => h.IClamp(() => 0.5));
outOfRange("clamp.amp = NaN", /IClamp\[0\]\.amp: .*got NaN/, (h) => (h.IClamp(make(h)(0.5)).amp = Number.NaN));
wrongType("clamp.dur = null", /IClamp\[0\]\.dur: expected a number, got null/, (h) => (h.IClamp(make(h)(0.5)).dur = null));
refused("HocSectionAccessError")("a placeless process's variable", /is not placed in a section/, (h) => h.IClamp().amp, {});
refused("HocSectionAccessError")("set a placeless process's variable", /not placed/, (h) => (h.IClamp().amp = 1));
refused("HocSectionAccessError")("a pointer into a placeless process", /not placed/, (h) => h.Vector().record(h.IClamp()._ref_i));
refused("HocSectionAccessError")("ask a placeless process where it is", /not placed|section/, (h) => h.IClamp().get_loc());
outOfRange("an index behind an array parameter", /weight\[5\].*it has 1 elements/, (h) => h.NetCon(null, h.ExpSyn(make(h)(0.5))).weight[5]);
wrongType("an array parameter set without index", /is an array: set .*weight\[i\]/, (h) => (h.NetCon(null, h.ExpSyn(make(h)(0.5))).weight = 3));
wrongType("NetCon(5, 12)", /NetCon: /, (h) => h.NetCon(5, 12));
wrongType("NetCon(source string)", /NetCon: /, (h) => h.NetCon("soma", null));
wrongType("NetCon of a section", /NetCon: /, (h) => h.NetCon(make(h), null));
wrongType("NetCon of a segment", /NetCon: /, (h) => h.NetCon(make(h)(0.5), null));
wrongType("NetCon without arguments", /NetCon: /, (h) => h.NetCon());
wrongType("NetCon to a Vector", /NetCon: /, (h) => h.NetCon(null, h.Vector(3)));
wrongType("NetCon to a clamp", /NetCon|IClamp/, (h) => h.NetCon(null, h.IClamp(make(h)(0.5))));
wrongType("NetCon to a number", /NetCon: /, (h) => h.NetCon(h.NetStim(), 5));
noSection("NetCon of a voltage without its section", /section/, (h) => {
  const sec = make(h);
  make(h, "other").push();
  try {
    return h.NetCon(sec(0.5)._ref_v, null);
  } finally {
    h.pop_section();
  }
});
outOfRange("NetCon.delay = -1", /delay.*-1/, (h) => (h.NetCon(null, h.ExpSyn(make(h)(0.5))).delay = -1));
outOfRange("NetCon.weight = NaN", /weight\[0\]: .*got NaN/, (h) => (h.NetCon(null, h.ExpSyn(make(h)(0.5))).weight[0] = Number.NaN));
outOfRange("Vector of a negative size", /Vector: size: .*got -1/, (h) => h.Vector(-1));
outOfRange("Vector of size NaN", /Vector: size: .*got NaN/, (h) => h.Vector(Number.NaN));
wrongType("Vector of a function", /Vector: /, (h) => h.Vector(() => 1));
wrongType("Vector of strings", /element 1: expected a number, got the string "b"/, (h) => h.Vector([1, "b"]));
wrongType("Vector of an object", /Vector: /, (h) => h.Vector({ length: 3 }));
outOfRange("Vector's index too high", /has 3 elements; there is no element 3/, (h) => h.Vector(3)[3]);
outOfRange("Vector's index too low", /there is no element -4/, (h) => h.Vector(3)[-4]);
outOfRange("write behind a Vector's end", /there is no element 7/, (h) => (h.Vector(3)[7] = 1));
wrongType("write a string into a Vector", /\[0\]: expected a number/, (h) => (h.Vector(3)[0] = "a"));
outOfRange("Vector.x behind the end", /x\[9\]: it has 3 elements/, (h) => h.Vector(3).x[9]);
outOfRange("Vector.get behind the end", /get/, (h) => h.Vector(3).get(17));
outOfRange("Vector.get(NaN)", /NaN/, (h) => h.Vector(3).get(Number.NaN));
outOfRange("Vector.resize(-1)", /resize/, (h) => h.Vector(3).resize(-1));
outOfRange("Vector.remove behind the end", /remove/, (h) => h.Vector(3).remove(5));
hocError("Vector.add of unequal sizes", /add/, (h) => h.Vector(3).add(h.Vector(4)));
wrongType("Vector.add of a section", /Vector|add/, (h) => h.Vector(3).add(make(h)));
wrongType("Vector.add of null", /null/, (h) => h.Vector(3).add(null));
wrongType("Vector.add of undefined", /undefined/, (h) => h.Vector(3).add(undefined));
hocError("Vector.max of nothing", /max|empty|elements|range/, (h) => h.Vector().max());
wrongType("Vector + 1", /is a Vector: use its methods/, (h) => h.Vector(3) + 1);
wrongType("-Vector", /./, (h) => -h.Vector(3));
wrongType("pointer * 2", /is a pointer: its value is pointer\[0\]/, (h) => make(h)(0.5)._ref_v * 2);
outOfRange("a pointer's second element", /\[1\]: it points to one number/, (h) => make(h)(0.5)._ref_v[1]);
wrongType("record a number", /record/, (h) => h.Vector().record(5));
wrongType("record a section", /record/, (h) => h.Vector().record(make(h)));
wrongType("record nothing", /record/, (h) => h.Vector().record());
wrongType("record null", /record/, (h) => h.Vector().record(null));
wrongType("record with times that are no Vector", /record/, (h) => h.Vector().record(make(h)(0.5)._ref_v, "often"));
outOfRange("record at a negative interval", /record/, (h) => h.Vector().record(make(h)(0.5)._ref_v, -1));
wrongType("play into a number", /play/, (h) => h.Vector(3).play(5));
wrongType("play into null", /play/, (h) => h.Vector(3).play(null, 1));
outOfRange("List's item behind the end", /has 0 items; there is no item 4/, (h) => h.List()[4]);
hocError("List.object behind the end", /object|range|items/, (h) => h.List().object(4));
unknownName("List of an unknown class", /Nonsense/, (h) => h.List("Nonsense"));
wrongType("List.append of a number", /append/, (h) => h.List().append(5));
hocError("List.remove behind the end", /remove|range|items/, (h) => h.List().remove(3));
wrongType("SectionList of numbers", /SectionList: item 0: expected a section, got 1/, (h) => h.SectionList([1, 2]));
wrongType("SectionList.append of a number", /append/, (h) => h.SectionList().append(5));
wrongType("SectionList of a string", /SectionList/, (h) => h.SectionList("all"));
noSection("SectionRef without a section", /section/i, (h) => h.SectionRef());
wrongType("SectionRef to null", /SectionRef|sec/, (h) => h.SectionRef({ sec: 5 }));
outOfRange("a class's instance that is not there", /There is no Vector\[999999\]/, (h) => h.Vector[999999]);
outOfRange("Matrix of a negative size", /Matrix/, (h) => h.Matrix(-1, 3));
outOfRange("Matrix of size 0", /Matrix/, (h) => h.Matrix(0, 0));
outOfRange("Matrix element behind the end", /x\[7\]|range|7/, (h) => h.Matrix(2, 2).x[7][7]);
outOfRange("Matrix.getval behind the end", /getval/, (h) => h.Matrix(2, 2).getval(7, 7));
outOfRange("Matrix.getrow behind the end", /getrow/, (h) => h.Matrix(2, 2).getrow(7));
hocError("Matrix.mulv of the wrong size", /mulv|size|dimension/i, (h) => h.Matrix(2, 2).mulv(h.Vector(5)));
hocError("Matrix.inverse of a singular one", /singular|inverse|matrix/i, (h) => h.Matrix(2, 2).inverse());
hocError("Matrix.mulm of the wrong size", /mulm|size|dimension/i, (h) => h.Matrix(2, 3).mulm(h.Matrix(7, 7)));
wrongType("File.ropen of a number", /ropen/, (h) => h.File().ropen(5));
hocError("File.scanvar without an open file", /scanvar|File|not open|EOF/i, (h) => h.File().scanvar());
wrongType("h.ref given another type", /holds a number, got the string/, (h) => (h.ref(1)[0] = "a"));
outOfRange("h.ref's second element", /has one value, \[0\]; there is no \[1\]/, (h) => h.ref(1)[1]);
wrongType("a name of h.ref", /its value is ref\[0\]/, (h) => h.ref(1).value);
wrongType("h.ref(1) + 1", /is a reference/, (h) => h.ref(1) + 1);
wrongType("HocObject itself", /./, (h) => Reflect.construct(Object.getPrototypeOf(h.Vector), []));
wrongType("a symbol as an argument", /symbol/, (h) => h.Vector(3).add(Symbol("x")));
wrongType("a bigint as an argument", /bigint/, (h) => h.Vector(3).add(5n));
wrongType("too many arguments", /at most 1024 arguments/, (h) => h.sin(...Array.from({ length: 1025 }, () => 1)));
wrongType("sin of nothing", /sin takes one argument/, (h) => h.sin());
wrongType("sin of a string", /./, (h) => h.sin("x"));
wrongType("setpointer of a number", /setpointer: expected a pointer/, (h) => h.setpointer(5, "x", h.IClamp(make(h)(0.5))));
wrongType("setpointer of no POINTER", /not a POINTER variable/, (h) => {
  const sec = make(h);
  h.setpointer(sec(0.5)._ref_v, "amp", h.IClamp(sec(0.5)));
});
wrongType("structuredClone of a section", /./, (h) => structuredClone({ a: h.Vector(3).add(1), b: make(h) }), { code: undefined as never });
wrongType("Random without a generator", /./, (h) => h.Random().normal("a", "b"));
wrongType("CVode.event of a string time", /event/, (h) => h.CVode().event("soon", () => {}));
outOfRange("CVode.event at NaN", /event.*NaN/, (h) => h.CVode().event(Number.NaN, () => {}));
wrongType("CVode.event of a number to call", /event/, (h) => h.CVode().event(1, 5));
wrongType("FInitializeHandler of nothing", /FInitializeHandler/, (h) => h.FInitializeHandler());
wrongType("FInitializeHandler of a number", /FInitializeHandler/, (h) => h.FInitializeHandler(5));
outOfRange("FInitializeHandler of type 7", /FInitializeHandler.*7/, (h) => h.FInitializeHandler(7, () => {}));
wrongType("FInitializeHandler of an object", /FInitializeHandler/, (h) => h.FInitializeHandler({}));
wrongType("onPrint of null", /onPrint: expected a function, got null/, (h) => h.onPrint(null));
wrongType("h called with a number", /h\(code\): expected a string, got 5/, (h) => h(5));
wrongType("h called with nothing", /h\(code\): expected a string, got undefined/, (h) => h());
outOfRange("continuerun(NaN)", /continuerun.*NaN/, (h) => { h.load_file("stdrun.hoc"); h.continuerun(Number.NaN); });
outOfRange("continuerun(Infinity)", /continuerun.*Infinity/, (h) => { h.load_file("stdrun.hoc"); h.continuerun(Number.POSITIVE_INFINITY); });
wrongType("continuerun(a string)", /continuerun/, (h) => { h.load_file("stdrun.hoc"); h.continuerun("40"); });
wrongType("continuerun of nothing", /continuerun/, (h) => { h.load_file("stdrun.hoc"); h.continuerun(); });
outOfRange("finitialize(NaN)", /finitialize.*NaN/, (h) => { make(h); h.finitialize(Number.NaN); });
wrongType("finitialize(a string)", /finitialize/, (h) => { make(h); h.finitialize("rest"); });
outOfRange("psolve(Infinity)", /psolve.*Infinity/, (h) => h.ParallelContext().psolve(Number.POSITIVE_INFINITY));
outOfRange("psolve(NaN)", /psolve.*NaN/, (h) => h.ParallelContext().psolve(Number.NaN));
hocError("psolve without set_maxstep", /./, (h) => { make(h); h.finitialize(-65); h.ParallelContext().psolve(1); });
outOfRange("nthread(-1)", /nthread.*-1/, (h) => h.ParallelContext().nthread(-1));
outOfRange("nthread(NaN)", /nthread.*NaN/, (h) => h.ParallelContext().nthread(Number.NaN));
outOfRange("a gid below 0", /gid.*-1/, (h) => h.ParallelContext().set_gid2node(-1, 0));
hocError("a gid twice", /gid/, (h) => {
  const pc = h.ParallelContext();
  const sec = make(h);
  pc.set_gid2node(1, 0);
  pc.cell(1, h.NetCon(sec(0.5)._ref_v, null, { sec }));
  pc.set_gid2node(1, 0);
  pc.cell(1, h.NetCon(sec(0.5)._ref_v, null, { sec }));
}, { after: (h) => h.ParallelContext().gid_clear() });
hocError("gid2obj of an unknown gid", /gid/, (h) => h.ParallelContext().gid2obj(77));
wrongType("gid_connect to a section", /gid_connect/, (h) => h.ParallelContext().gid_connect(1, make(h)));
hocError("cell of an unknown gid", /gid/, (h) => {
  const sec = make(h);
  h.ParallelContext().cell(55, h.NetCon(sec(0.5)._ref_v, null, { sec }));
});
wrongType("source_var of a number", /source_var/, (h) => h.ParallelContext().source_var(5, 1));
wrongType("spike_record of strings", /spike_record/, (h) => h.ParallelContext().spike_record("a", "b", "c"));
hocError("KSChan's missing transition", /./, (h) => h.KSChan().trans(3, 4));
wrongType("Impedance.loc of a string", /loc/, (h) => h.Impedance().loc("x"));
hocError("Impedance without loc", /./, (h) => h.Impedance().input(0.5, { sec: make(h) }));
wrongType("SaveState.fwrite of a number", /fwrite|File|argument/, (h) => h.SaveState().fwrite(5));
hocError("SaveState.restore of nothing", /./, (h) => { make(h); h.finitialize(-65); h.SaveState().restore(); });
wrongType("RangeVarPlot of a number", /./, (h) => h.RangeVarPlot(5));
unknownName("MechanismStandard of an unknown mechanism", /Nonsense/, (h) => h.MechanismStandard("Nonsense"));
outOfRange("MechanismType(7)", /MechanismType/, (h) => h.MechanismType(7));
outOfRange("MechanismType.select of an unknown number", /select/, (h) => h.MechanismType(0).select(100000));
wrongType("LinearMechanism of nothing", /LinearMechanism/, (h) => h.LinearMechanism());
wrongType("LinearMechanism of Vectors", /LinearMechanism/, (h) => h.LinearMechanism(h.Vector(2), h.Vector(2), h.Vector(2), h.Vector(2)));
wrongType("StateTransitionEvent of a string", /StateTransitionEvent/, (h) => h.StateTransitionEvent("x"));
hocError("ExpSyn's missing method", /./, (h) => h(`objref s\ns = new ExpSyn(0.5)\ns.nothing()`));
