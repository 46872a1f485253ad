// The hazards: what a user can do wrong, and the error that comes of it. The message says where, what was expected, what came.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";

export interface Hazard {
  run: (h: any, p: any) => unknown;
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
const refused =
  (error: string) =>
  (name: string, message: RegExp, run: Hazard["run"], more: More = {}) => {
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
const badRecord = refused("HocRecordError");
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
  try {
    return h.continuerun(5);
  } finally {
    nc.dispose();
  }
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
wrongType("a section's option name is a number", /Section: name: expected a string, got 5/, (h) =>
  h.Section({ name: 5 }),
);
wrongType("a section's option is unknown", /Section: unknown option "nam".*"name"/, (h) => h.Section({ nam: "x" }));
wrongType("a section's cell is a string", /Section: cell: expected an object/, (h) => h.Section({ cell: "me" }));
wrongType("a section's options are a Vector", /Section: expected a name or/, (h) => h.Section(h.Vector(3)));
wrongType("connect to nothing", /\.connect: expected a section or a segment, got null/, (h) => make(h).connect(null));
wrongType("connect to a number", /\.connect: expected a section or a segment, got 3/, (h) => make(h).connect(3));
wrongType("connect to a Vector", /\.connect: expected a section or a segment/, (h) => make(h).connect(h.Vector(3)));
outOfRange("connect at x = 7", /parent x: .*got 7/, (h) => make(h).connect(make(h, "other"), 7));
wrongType("connect a child's end 0.5", /the child's end is 0 or 1, got 0\.5/, (h) =>
  make(h).connect(make(h, "o"), 1, 0.5),
);
refused("HocConnectError")(
  "connect to itself",
  /would close a loop/,
  (h) => {
    const sec = make(h);
    sec.connect(sec(1));
  },
  { code: "ERR_PATCH_HOC_CONNECT" },
);
refused("HocConnectError")(
  "connect in a loop",
  /would close a loop/,
  (h) => {
    const [a, b, c] = [make(h, "a"), make(h, "b"), make(h, "c")];
    b.connect(a(1));
    c.connect(b(1));
    a.connect(c(1));
  },
  { code: "ERR_PATCH_HOC_CONNECT" },
);
unknownName("insert an unknown mechanism", /no density mechanism "hhh".*Did you mean "hh"/, (h) =>
  make(h).insert("hhh"),
);
unknownName("insert a point process", /IClamp.*point process/, (h) => make(h).insert("IClamp"));
wrongType("insert null", /mechanism: expected a string, got null/, (h) => make(h).insert(null));
wrongType("insert a number", /mechanism: expected a string, got 5/, (h) => make(h).insert(5));
unknownName("insert what is no mechanism", /no density mechanism "finitialize"/, (h) => make(h).insert("finitialize"));
unknownName("uninsert an unknown mechanism", /no density mechanism "zap"/, (h) => make(h).uninsert("zap"));
unknownName("read a mechanism that is not inserted", /no "pas".*insert\("pas"\)/, (h) => make(h)(0.5).pas.g);
unknownName("read a variable that is not inserted", /g_pas at cable\(0\.5\) does not exist/, (h) => make(h)(0.5).g_pas);
unknownName("set a variable that is not inserted", /g_pas.*does not exist/, (h) => (make(h).g_pas = 1));
unknownName("read i_membrane_ without use_fast_imem", /use_fast_imem/, (h) => make(h)(0.5).i_membrane_);
unknownName("a section's misspelt property", /no "nsegg" that could be set.*"nseg"/, (h) => (make(h).nsegg = 3));
unknownName("read a section's misspelt property", /no "lengthh"/, (h) => make(h).lengthh);
unknownName("a segment's misspelt variable", /no "gnabr_hh".*"gnabar_hh"/, (h) => (make(h)(0.5).gnabr_hh = 3));
unknownName("a mechanism's misspelt parameter", /no "gnabr".*"gnabar"/, (h) => make(h)(0.5).hh.gnabr);
unknownName("a pointer to a misspelt variable", /_ref_vv/, (h) => make(h)(0.5)._ref_vv);
unknownName("a pointer to what is not inserted", /g_pas.*does not exist/, (h) => make(h)(0.5)._ref_g_pas);
outOfRange("a 3-D point with NaN", /x: expected a finite number, got NaN/, (h) => make(h).pt3dadd(Number.NaN, 0, 0, 1));
wrongType("a 3-D point with three values", /a 3-D point is x, y, z and a diameter, got 3/, (h) =>
  make(h).pt3dadd(1, 2, 3),
);
wrongType("3-D points of unequal lengths", /four lists of one length/, (h) => make(h).pt3dadd([1, 2], [1], [1], [1]));
wrongType("a 3-D point of strings", /x: expected a number, got the string/, (h) => make(h).pt3dadd("1", "2", "3", "4"));
outOfRange("a 3-D point's index too high", /has 0 3-D points; there is no point 3/, (h) => make(h).x3d(3));
outOfRange("a 3-D point's index negative", /i: expected a whole number from 0/, (h) => make(h).x3d(-1));
outOfRange("remove a 3-D point that is not there", /there is no point 0/, (h) => make(h).pt3dremove(0));
outOfRange("change a 3-D point that is not there", /there is no point 2/, (h) => make(h).pt3dchange(2, 5));
outOfRange("clear 3-D points with a negative size", /size: .*got -1/, (h) => make(h).pt3dclear(-1));
outOfRange("area at x = 2", /area: x: expected a number from 0 to 1, got \(2\)/, (h) => h.area(2, { sec: make(h) }));
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
outOfRange("h.t = NaN", /h\.t: expected a finite number, got NaN/, (h) => (h.t = Number.NaN));
wrongType("h.dt = a string", /h\.dt: expected a number, got the string/, (h) => (h.dt = "0.1"));
outOfRange("h.dt = 0", /h\.dt: .*above 0, got 0/, (h) => (h.dt = 0));
outOfRange("h.dt = -1", /h\.dt: .*above 0, got -1/, (h) => (h.dt = -1));
outOfRange("h.dt = Infinity", /h\.dt: .*got Infinity/, (h) => (h.dt = Number.POSITIVE_INFINITY));
wrongType("h.celsius = null", /h\.celsius: expected a number, got null/, (h) => (h.celsius = null));
outOfRange("h.secondorder = 0.5", /secondorder: expected 0, 1 or 2, got 0\.5/, (h) => (h.secondorder = 0.5));
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
wrongType(
  "clamp.dur = null",
  /IClamp\[0\]\.dur: expected a number, got null/,
  (h) => (h.IClamp(make(h)(0.5)).dur = null),
);
refused("HocSectionAccessError")(
  "a placeless process's variable",
  /is not placed in a section/,
  (h) => h.IClamp().amp,
  {},
);
refused("HocSectionAccessError")("set a placeless process's variable", /not placed/, (h) => (h.IClamp().amp = 1));
refused("HocSectionAccessError")("a pointer into a placeless process", /not placed/, (h) =>
  h.Vector().record(h.IClamp()._ref_i),
);
refused("HocSectionAccessError")("ask a placeless process where it is", /not placed|section/, (h) =>
  h.IClamp().get_loc(),
);
outOfRange(
  "an index behind an array parameter",
  /weight\[5\].*it has 1 elements/,
  (h) => h.NetCon(null, h.ExpSyn(make(h)(0.5))).weight[5],
);
wrongType(
  "an array parameter set without index",
  /weight is an array: set .*weight\[/,
  (h) => (h.NetCon(null, h.ExpSyn(make(h)(0.5))).weight = 3),
);
wrongType("NetCon(5, 12)", /NetCon: /, (h) => h.NetCon(5, 12));
wrongType("NetCon(source string)", /NetCon: /, (h) => h.NetCon("soma", null));
wrongType("NetCon without arguments", /NetCon: /, (h) => h.NetCon());
wrongType("NetCon to a Vector", /NetCon: /, (h) => h.NetCon(null, h.Vector(3)));
refused("HocConnectError")("NetCon to a clamp", /IClamp\[0\] receives no events/, (h) =>
  h.NetCon(null, h.IClamp(make(h)(0.5))),
);
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
outOfRange(
  "NetCon.weight = NaN",
  /weight\[0\]: .*got NaN/,
  (h) => (h.NetCon(null, h.ExpSyn(make(h)(0.5))).weight[0] = Number.NaN),
);
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
wrongType("Vector + 1", /is a Vector: use its methods/, (h) => h.Vector(3) + 1);
wrongType("-Vector", /./, (h) => -h.Vector(3));
wrongType("pointer * 2", /is a pointer: its value is pointer\[0\]/, (h) => make(h)(0.5)._ref_v * 2);
outOfRange("a pointer's second element", /\[1\]: it points to one number/, (h) => make(h)(0.5)._ref_v[1]);
badRecord("record a number", /5 is a number, not a place/, (h) => h.Vector().record(5));
badRecord("record nothing", /Expected something to record, got undefined/, (h) => h.Vector().record());
badRecord("record null", /Expected something to record, got null/, (h) => h.Vector().record(null));
wrongType("record with times that are no Vector", /record/, (h) => h.Vector().record(make(h)(0.5)._ref_v, "often"));
wrongType("record at times that are recorded themselves", /Vector\[\d\], which is recorded into itself/, (h) =>
  h.Vector().record(make(h)(0.5)._ref_v, h.Vector().record(h._ref_t)),
);
outOfRange("record at a negative interval", /record/, (h) => h.Vector().record(make(h)(0.5)._ref_v, -1));
wrongType("play into null", /play/, (h) => h.Vector(3).play(null, 1));
outOfRange("List's item behind the end", /has 0 items; there is no item 4/, (h) => h.List()[4]);
outOfRange("List.object behind the end", /List\[0\]\.object: .*got \(4\)/, (h) => h.List().object(4));
hocError("List of an unknown class", /Nonsense is not a template name/, (h) => h.List("Nonsense"));
wrongType("List.append of a number", /append/, (h) => h.List().append(5));
outOfRange("List.remove behind the end", /List\[0\]\.remove: .*got \(3\)/, (h) => h.List().remove(3));
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
outOfRange("Matrix.inverse of one that is not square", /inverse: expected a square Matrix; this one is 2 × 3/, (h) =>
  h.Matrix(2, 3).inverse(),
);
outOfRange("Matrix.add of another size", /add: expected a Matrix of 2 × 3, got one of 7 × 7/, (h) =>
  h.Matrix(2, 3).add(h.Matrix(7, 7)),
);
outOfRange("Matrix.mulm of the wrong size", /mulm: expected a Matrix of 3 rows, got one of 7/, (h) =>
  h.Matrix(2, 3).mulm(h.Matrix(7, 7)),
);
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
wrongType("setpointer of a number", /setpointer: expected a pointer/, (h) =>
  h.setpointer(5, "x", h.IClamp(make(h)(0.5))),
);
wrongType("setpointer of no POINTER", /not a POINTER variable/, (h) => {
  const sec = make(h);
  h.setpointer(sec(0.5)._ref_v, "amp", h.IClamp(sec(0.5)));
});
refused("DOMException")("structuredClone of a section", /could not be cloned/, (h) =>
  structuredClone({ a: 1, b: make(h) }),
);
wrongType("Random without a generator", /./, (h) => h.Random().normal("a", "b"));
wrongType("CVode.event of a string time", /event/, (h) => h.CVode().event("soon", () => {}));
outOfRange("CVode.event at NaN", /event.*NaN/, (h) => h.CVode().event(Number.NaN, () => {}));
wrongType("CVode.event of a number to call", /event/, (h) => h.CVode().event(1, 5));
wrongType("FInitializeHandler of nothing", /FInitializeHandler/, (h) => h.FInitializeHandler());
outOfRange("FInitializeHandler of a number", /FInitializeHandler: .*got \(5\)/, (h) => h.FInitializeHandler(5));
outOfRange("FInitializeHandler of type 7", /FInitializeHandler.*7/, (h) => h.FInitializeHandler(7, () => {}));
wrongType("FInitializeHandler of an object", /FInitializeHandler/, (h) => h.FInitializeHandler({}));
wrongType("onPrint of null", /onPrint: expected a function, got null/, (h) => h.onPrint(null));
wrongType("h called with a number", /h\(code\): expected a string, got 5/, (h) => h(5));
wrongType("h called with nothing", /h\(code\): expected a string, got undefined/, (h) => h());
outOfRange("continuerun(NaN)", /continuerun.*NaN/, (h) => {
  h.load_file("stdrun.hoc");
  h.continuerun(Number.NaN);
});
outOfRange("continuerun(Infinity)", /continuerun.*Infinity/, (h) => {
  h.load_file("stdrun.hoc");
  h.continuerun(Number.POSITIVE_INFINITY);
});
wrongType("continuerun(a string)", /continuerun/, (h) => {
  h.load_file("stdrun.hoc");
  h.continuerun("40");
});
wrongType("continuerun of nothing", /continuerun/, (h) => {
  h.load_file("stdrun.hoc");
  h.continuerun();
});
outOfRange("finitialize(NaN)", /finitialize.*NaN/, (h) => {
  make(h);
  h.finitialize(Number.NaN);
});
wrongType("finitialize(a string)", /finitialize/, (h) => {
  make(h);
  h.finitialize("rest");
});
outOfRange("psolve(Infinity)", /psolve.*Infinity/, (h) => h.ParallelContext().psolve(Number.POSITIVE_INFINITY));
outOfRange("psolve(NaN)", /psolve: tstop: .*NaN/, (h) => h.ParallelContext().psolve(Number.NaN));
hocError("psolve without set_maxstep", /./, (h) => {
  make(h);
  h.finitialize(-65);
  h.ParallelContext().psolve(1);
});
outOfRange("nthread(-1)", /nthread.*-1/, (h) => h.ParallelContext().nthread(-1));
outOfRange("nthread(NaN)", /nthread.*NaN/, (h) => h.ParallelContext().nthread(Number.NaN));
outOfRange("a gid below 0", /gid.*-1/, (h) => h.ParallelContext().set_gid2node(-1, 0));
hocError(
  "a gid twice",
  /gid/,
  (h) => {
    const pc = h.ParallelContext();
    const sec = make(h);
    pc.set_gid2node(1, 0);
    pc.cell(1, h.NetCon(sec(0.5)._ref_v, null, { sec }));
    pc.set_gid2node(1, 0);
    pc.cell(1, h.NetCon(sec(0.5)._ref_v, null, { sec }));
  },
  { after: (h) => h.ParallelContext().gid_clear() },
);
hocError("gid2obj of an unknown gid", /gid/, (h) => h.ParallelContext().gid2obj(77));
wrongType("gid_connect to a section", /gid_connect/, (h) => h.ParallelContext().gid_connect(1, make(h)));
hocError("cell of an unknown gid", /gid/, (h) => {
  const sec = make(h);
  h.ParallelContext().cell(55, h.NetCon(sec(0.5)._ref_v, null, { sec }));
});
wrongType("source_var of a number", /source_var/, (h) => h.ParallelContext().source_var(5, 1));
wrongType("spike_record of strings", /spike_record/, (h) => h.ParallelContext().spike_record("a", "b", "c"));
outOfRange("KSChan's missing transition", /KSChan\[0\]\.trans: /, (h) => h.KSChan().trans(3, 4));
wrongType("Impedance.loc of a string", /loc/, (h) => h.Impedance().loc("x"));
wrongType("SaveState.fwrite of a number", /fwrite|File|argument/, (h) => h.SaveState().fwrite(5));
hocError("SaveState.restore of nothing", /./, (h) => {
  make(h);
  h.finitialize(-65);
  h.SaveState().restore();
});
wrongType("RangeVarPlot of a number", /./, (h) => h.RangeVarPlot(5));
hocError("MechanismStandard of an unknown mechanism", /Nonsense is not a Mechanism/, (h) =>
  h.MechanismStandard("Nonsense"),
);
outOfRange("MechanismType(7)", /MechanismType/, (h) => h.MechanismType(7));
outOfRange("MechanismType.select of an unknown number", /select/, (h) => h.MechanismType(0).select(100000));
wrongType("LinearMechanism of nothing", /LinearMechanism/, (h) => h.LinearMechanism());
wrongType("LinearMechanism of Vectors", /LinearMechanism/, (h) =>
  h.LinearMechanism(h.Vector(2), h.Vector(2), h.Vector(2), h.Vector(2)),
);
wrongType("StateTransitionEvent of a string", /StateTransitionEvent/, (h) => h.StateTransitionEvent("x"));
hocError("ExpSyn's missing method", /./, (h) => h(`objref s\ns = new ExpSyn(0.5)\ns.nothing()`));

// What is gone ---------------------------------------------------------------------------------------------------------

const gone = (h: any) => {
  const sec = make(h, "gone");
  sec.dispose();
  return sec;
};
disposed("read a disposed section's length", /no longer exists/, (h) => gone(h).L);
disposed("set a disposed section's length", /no longer exists/, (h) => (gone(h).L = 5));
disposed("a disposed section's segment", /no longer exists/, (h) => gone(h)(0.5).v);
disposed("set a disposed section's voltage", /no longer exists/, (h) => (gone(h)(0.5).v = 1));
disposed("insert into a disposed section", /no longer exists/, (h) => gone(h).insert("hh"));
disposed("connect a disposed section", /no longer exists/, (h) => gone(h).connect(make(h)));
disposed("connect to a disposed section", /no longer exists/, (h) => make(h).connect(gone(h)));
disposed("the tree of a disposed section", /no longer exists/, (h) => gone(h).wholetree());
disposed("a point process in a disposed section", /no longer exists/, (h) => h.IClamp(gone(h)(0.5)));
disposed("push a disposed section", /no longer exists/, (h) => gone(h).push());
disposed("a disposed section as keyword", /no longer exists/, (h) => h.area(0.5, { sec: gone(h) }));
disposed("a disposed section in a SectionList", /no longer exists/, (h) => h.SectionList([gone(h)]));
disposed("append a disposed section", /no longer exists/, (h) => h.SectionList().append({ sec: gone(h) }));
disposed("a pointer into a disposed section", /no longer exists/, (h) => {
  const sec = make(h);
  const pointer = sec(0.5)._ref_v;
  sec.dispose();
  return pointer[0];
});
disposed("record from a dead pointer", /no longer exists/, (h) => {
  const sec = make(h);
  const pointer = sec(0.5)._ref_v;
  sec.dispose();
  h.Vector().record(pointer);
});
disposed("a section that HOC deleted", /no longer exists/, (h) => {
  h("create inhoc");
  const sec = h.inhoc;
  h("inhoc { delete_section() }");
  return sec.L;
});
disposed("a section of a template's object that is gone", /no longer exists/, (h) => {
  h("begintemplate Cell\npublic soma\ncreate soma\nendtemplate Cell");
  const cell = h.Cell();
  const { soma } = cell;
  cell.dispose();
  return soma.L;
});
right("a template's section that HOC deleted, reached through its object", (h) => {
  h(
    "begintemplate Cells\npublic a\ncreate a[3]\nendtemplate Cells\nobjref o\no = new Cells()\no.a[1] { delete_section() }",
  );
  assert.throws(() => h.o.a[1].L, /section|exist|delete/i);
  assert.equal(h.o.a[2].nseg, 1);
});
disposed("a disposed Vector", /no longer exists/, (h) => {
  const vector = h.Vector(3);
  vector.dispose();
  return vector.size();
});
disposed("a disposed Vector as an argument", /no longer exists/, (h) => {
  const vector = h.Vector(3);
  vector.dispose();
  return h.Vector(3).add(vector);
});
disposed("a disposed point process", /no longer exists/, (h) => {
  const clamp = h.IClamp(make(h)(0.5));
  clamp.dispose();
  return clamp.amp;
});
disposed("a NetCon whose target is gone", /no longer exists/, (h) => {
  const sec = make(h);
  const nc = h.NetCon(h.NetStim(), h.ExpSyn(sec(0.5)));
  sec.dispose();
  return nc.delay;
});
disposed("an object that HOC dropped", /no longer exists/, (h) => {
  h("objref held\nheld = new Vector(3)");
  const { held } = h;
  h("held = new List()");
  return held.size();
});
refused("PatchError")(
  "dispose what HOC holds",
  /HOC still refers to it/,
  (h) => {
    h("objref held\nheld = new Vector(3)");
    h.held.dispose();
  },
  { code: "ERR_PATCH_IN_USE" },
);
right("dispose twice", (h) => {
  const sec = make(h);
  const clamp = h.IClamp(sec(0.5));
  for (const thing of [clamp, sec, clamp, sec, sec]) thing.dispose();
});
right("print, compare and serialise what is gone", (h) => {
  const sec = gone(h);
  const vector = h.Vector(3);
  vector.dispose();
  assert.match(String(sec), /disposed/);
  assert.match(String(vector), /disposed/);
  assert.match(JSON.stringify({ sec, segment: sec(0.5) }), /disposed/);
});

// The section stack -----------------------------------------------------------------------------------------------------

noSection("no current section", /no section/i, (h) => h.cas());
noSection("a function that needs a section, without one", /section/i, (h) => h.area(0.5));
noSection("a point process by x alone, without a section", /section/i, (h) => h.ExpSyn(0.5));
hocError("HOC that needs a section, without one", /[Ss]ection/, (h) => h("print L"));
right("pop_section of an empty stack", (h) => {
  for (let i = 0; i < 1000; i++) h.pop_section();
});
hocError("push a section without end", /stack/i, (h) => {
  const sec = make(h);
  try {
    for (let i = 0; i < 1000; i++) sec.push();
  } finally {
    for (let i = 0; i < 1000; i++) h.pop_section();
  }
});
hocError("push a section by an unknown name", /not a ?section ?name/i, (h) => h.push_section("nobody"));
wrongType("push a section by number", /push_section: section: expected a string, got 12345/, (h) =>
  h.push_section(12345),
);
right("199 get_loc without a pop", (h) => {
  const clamp = h.IClamp(make(h)(0.5));
  for (let i = 0; i < 1000; i++) assert.equal(clamp.get_loc(), 0.5);
});
right("a failing call leaves the section stack as it was", (h) => {
  const [a, b] = [make(h, "a"), make(h, "b")];
  a.push();
  for (let i = 0; i < 300; i++) assert.throws(() => h.area(7, { sec: b }));
  for (let i = 0; i < 300; i++) assert.throws(() => h("b { nonsense }"));
  assert.equal(h.cas(), a);
  h.pop_section();
});
noSection("delete a section where there is none", /section/i, (h) => h.delete_section());

// HOC -------------------------------------------------------------------------------------------------------------------

hocError("a syntax error", /syntax error/, (h) => h("this is no HOC"));
hocError("an unfinished statement", /syntax error|parse/i, (h) => h("if (1) {"));
hocError("an unbalanced brace", /syntax error|parse/i, (h) => h("}"));
hocError("a division by zero", /division by zero/, (h) => h("x = 1 / 0"));
hocError("an undefined variable", /undefinedthing/, (h) => h("x = undefinedthing + 1"));
hocError("execerror", /first.*second/s, (h) => h('execerror("first", "second")'));
hocError("an error three procedures deep names the chain", /inner[\s\S]*middle[\s\S]*outer/, (h) => {
  h('proc inner() { execerror("a", "b") }\nproc middle() { inner() }\nproc outer() { middle() }');
  h.outer();
});
hocError("an error in execute() within HOC", /syntax error|execute/, (h) => h('execute("no no no")'));
wrongType("too few arguments for a HOC procedure", /needs: expected more than 1 argument/, (h) => {
  h("proc needs() { print $3 }");
  h.needs(1);
});
hocError("endless recursion", /nested too deeply|too deep/i, (h) => {
  h("proc forever() { forever() }");
  h.forever();
});
hocError("an array index too high in HOC", /subscript|range/i, (h) => {
  h("double three[3]");
  h("three[7] = 1");
});
outOfRange("an array index too high from here", /h\.three\[7\]|it has 3 elements/, (h) => {
  h("double three[3]");
  h.three[7] = 1;
});
wrongType("an array of HOC set as a whole", /is an array: set/, (h) => {
  h("double three[3]");
  h.three = 1;
});
wrongType("a HOC number set to a string", /h\.x: expected a number/, (h) => {
  h("x = 1");
  h.x = "a";
});
wrongType("a HOC string set to a number", /h\.text: expected a string/, (h) => {
  h("strdef text");
  h.text = 5;
});
wrongType("a HOC section assigned", /is a section and cannot be assigned/, (h) => {
  h("create inhoc");
  h.inhoc = make(h);
});
wrongType("a HOC object set to undefined", /for none, assign null/, (h) => {
  h("objref o");
  h.o = undefined;
});
hocError("a template's init fails", /in init/, (h) => {
  h('begintemplate Bad\nproc init() { execerror("in", "init") }\nendtemplate Bad');
  h.Bad();
});
hocError("a template's method fails", /in method/, (h) => {
  h('begintemplate Bad\npublic p\nproc p() { execerror("in", "method") }\nendtemplate Bad');
  h.Bad().p();
});
unknownName("a template's private member", /has no "secret"/, (h) => {
  h("begintemplate Shy\npublic open\nopen = 1\nsecret = 2\nproc init() { secret = 3 }\nendtemplate Shy");
  return h.Shy().secret;
});
hocError("a template that is never ended", /begins 1 and ends 0 templates/, (h) =>
  h("begintemplate Endless\npublic x\nx = 1"),
);
hocError("a template that is ended only", /begins 0 and ends 1 template:/, (h) => h("endtemplate Endless"));
hocError("the same template twice", /already|template|redefin/i, (h) => {
  h("begintemplate Twice\nendtemplate Twice");
  h("begintemplate Twice\nendtemplate Twice");
});
hocError("a type change of a name", /./, (h) => {
  h("objref thing");
  h("thing = 5");
});
hocError("a live localobj and an object argument", /with objects/, (h) => {
  h('obfunc worse() { localobj a  a = new Vector(5)  execerror("with", "objects")  return a }');
  h.worse(h.Vector(3));
});
own("a JavaScript error through nested HOC", /mine/, (h) => {
  h("objref js\nproc deep() { if ($1 > 0) { deep($1 - 1) } else { js.fail() } }");
  h.js = {
    fail() {
      throw new Mine("mine");
    },
  };
  h.deep(20);
});
hocError("HOC asks a JavaScript object for what it has not", /no property|nothere/, (h) => {
  h("objref js");
  h.js = { here: 1 };
  h("x = js.nothere");
});
hocError("HOC calls what is no method", /not a method/, (h) => {
  h("objref js");
  h.js = { here: 1 };
  h("js.here(1)");
});
wrongType("a HOC procedure that wants an object gets a number", /assigns: expected an object, got 5/, (h) => {
  h("proc assigns() { $o1 = new Vector(3) }");
  h.assigns(5);
});

// Files ------------------------------------------------------------------------------------------------------------------

hocError(
  "load_file of a missing file",
  /load_file: there is no file "missing\.hoc"/,
  (h) => h.load_file("missing.hoc"),
  { code: "ERR_PATCH_FILE" },
);
hocError(
  "load_file of a missing file in a folder",
  /no file "\/nowhere\/missing\.hoc"/,
  (h) => h.load_file("/nowhere/missing.hoc"),
  { code: "ERR_PATCH_FILE" },
);
hocError("load_file(1, a missing file)", /no file "missing\.hoc"/, (h) => h.load_file(1, "missing.hoc"), {
  code: "ERR_PATCH_FILE",
});
hocError("xopen of a missing file", /missing\.hoc/, (h) => h.xopen("missing.hoc"));
hocError(
  "nrn_load_dll of a missing library",
  /nrn_load_dll: there is no file "missing\.so"/,
  (h) => h.nrn_load_dll("missing.so"),
  { code: "ERR_PATCH_FILE" },
);
hocError(
  "nrn_load_dll of what is no library",
  /could not be loaded/,
  (h) => {
    writeFileSync("text.so", "no library");
    h.nrn_load_dll("./text.so");
  },
  { code: "ERR_PATCH_FILE" },
);
hocError("a file with a syntax error", /syntax error/, (h) => {
  writeFileSync("bad.hoc", "x = 1\nthis is no HOC\n");
  h.load_file("bad.hoc");
});
hocError("a file that fails when it runs names the line", /division by zero[\s\S]*line 3/, (h) => {
  writeFileSync("fails.hoc", "x = 1\n\ny = x / 0\n");
  h.load_file("fails.hoc");
});
hocError("a file that loads a missing file", /missing/, (h) => {
  writeFileSync("outer.hoc", 'xopen("missing.hoc")\n');
  h.load_file("outer.hoc");
});
wrongType("load_file of a number", /load_file: name: expected a string, got undefined/, (h) => h.load_file(5));
wrongType("load_file of nothing", /load_file: name: expected a string/, (h) => h.load_file());
wrongType("load_file of null", /load_file: name: expected a string, got null/, (h) => h.load_file(null));
wrongType("nrn_load_dll of a number", /nrn_load_dll: path: expected a string/, (h) => h.nrn_load_dll(5));
right("load_file after chdir reads the other folder's file", (h) => {
  for (const [folder, n] of [
    ["one", 1],
    ["two", 2],
  ] as const) {
    mkdirSync(folder);
    writeFileSync(`${folder}/same.hoc`, `which = ${n}\n`);
  }
  process.chdir("one");
  h.load_file("same.hoc");
  assert.equal(h.which, 1);
  process.chdir("../two");
  h.load_file("same.hoc");
  assert.equal(h.which, 2);
  process.chdir("..");
});

// Callbacks ----------------------------------------------------------------------------------------------------------------

own("an exception in an event", /mine/, (h) =>
  during(h, () => {
    throw new Mine("mine");
  }),
);
own("an exception in a handler of an initialisation", /mine/, (h) =>
  during(
    h,
    () => {
      throw new Mine("mine");
    },
    "init",
  ),
);
own("an exception at a spike", /mine/, (h) =>
  during(
    h,
    () => {
      throw new Mine("mine");
    },
    "record",
  ),
);
own("an exception in Vector.apply", /mine/, (h) =>
  h.Vector(3).apply(() => {
    throw new Mine("mine");
  }),
);
own("an exception in fit_praxis", /mine/, (h) => {
  h.attr_praxis(1e-5, 0.5, 0);
  h.fit_praxis(
    () => {
      throw new Mine("mine");
    },
    h.Vector([1, 2]),
  );
});
own("an exception in a listener of output", /mine/, (h) => {
  const stop = h.onPrint(() => {
    throw new Mine("mine");
  });
  try {
    h("print 1");
  } finally {
    stop();
  }
});
wrongType("a promise from an event", /returned a promise/, (h) => during(h, async () => 1));
wrongType("a promise from a handler", /returned a promise/, (h) => during(h, async () => 1, "init"));
wrongType("a rejected promise from a callback", /returned a promise/, (h) =>
  during(h, () => Promise.reject(new Error("x"))),
);
wrongType("a promise from a spike", /returned a promise/, (h) => during(h, async () => 1, "record"));
wrongType("a promise from Vector.apply", /returned a promise/, (h) => h.Vector(3).apply(async () => 1));
right("an exception in a callback, caught in the callback", (h) => {
  let caught = 0;
  during(h, () => {
    try {
      h("no HOC at all");
    } catch {
      caught++;
    }
  });
  assert.equal(caught, 1);
});

// In the middle of a run -----------------------------------------------------------------------------------------------------

inRun("a new section in a run", /run/i, (h) => during(h, () => h.Section()));
inRun("a section deleted in a run", /run/i, (h) => during(h, () => h.cas().dispose()));
inRun("a mechanism inserted in a run", /run/i, (h) => during(h, () => h.cas().insert("pas")));
inRun("a mechanism taken out in a run", /run/i, (h) => during(h, () => h.cas().uninsert("hh")));
inRun("nseg in a run", /run/i, (h) => during(h, () => (h.cas().nseg = 3)));
inRun("connect in a run", /run/i, (h) => during(h, () => h.cas().disconnect()));
inRun("a point process in a run", /run/i, (h) => during(h, () => h.IClamp(h.cas()(0.5))));
inRun("an artificial cell in a run", /run/i, (h) => during(h, () => h.NetStim()));
inRun("finitialize in a run", /run/i, (h) => during(h, () => h.finitialize(-65)));
inRun("continuerun in a run", /run/i, (h) => during(h, () => h.continuerun(10)));
inRun("fadvance in a run", /run/i, (h) => during(h, () => h.fadvance()));
inRun("run in a run", /run/i, (h) => during(h, () => h.run()));
inRun("psolve in a run", /run/i, (h) => during(h, () => h.ParallelContext().psolve(3)));
inRun("CVode.solve in a run", /run/i, (h) => during(h, () => h.CVode().solve(3)));
inRun("HOC that makes a section in a run", /run/i, (h) => during(h, () => h("create another")));
inRun("a HOC procedure that makes a section in a run", /run/i, (h) => {
  h('proc hidden() { makes() }\nproc makes() { execute("create another") }');
  during(h, () => h.hidden());
});
inRun("a HOC procedure that runs, in a run", /run/i, (h) => {
  h("proc hidden() { finitialize(-65) fadvance() }");
  during(h, () => h.hidden());
});
inRun("a HOC procedure that inserts, in a run", /run/i, (h) => {
  h("proc hidden() { insert pas }");
  during(h, () => h.hidden());
});
inRun("a HOC procedure that sets nseg, in a run", /run/i, (h) => {
  h("proc hidden() { nseg = 9 }");
  during(h, () => h.hidden());
});
inRun("a HOC procedure that deletes, in a run", /run/i, (h) => {
  h("proc hidden() { delete_section() }");
  during(h, () => h.hidden());
});
inRun("a template with sections, in a run", /run/i, (h) => {
  h("begintemplate Cell\npublic soma\ncreate soma\nendtemplate Cell");
  during(h, () => h.Cell());
});
inRun("a HOC procedure that makes a template's object, in a run", /run/i, (h) => {
  h("begintemplate Cell\npublic soma\ncreate soma\nendtemplate Cell\nobjref cell\nproc hidden() { cell = new Cell() }");
  during(h, () => h.hidden());
});
inRun("a HOC procedure that makes a point process, in a run", /run/i, (h) => {
  h("objref pp\nproc hidden() { pp = new ExpSyn(0.5) }");
  during(h, () => h.hidden());
});
inRun("a new section in an initialisation", /run/i, (h) => during(h, () => h.Section(), "init"));
inRun("initialise in an initialisation", /run/i, (h) => during(h, () => h.finitialize(-65), "init"));
inRun("a new section at a spike", /run/i, (h) => during(h, () => h.Section(), "record"));
inRun("CVode switched on in a run", /run/i, (h) => during(h, () => h.CVode().active(1)), {
  after: (h) => h.CVode().active(0),
});
inRun("more threads in a run", /run/i, (h) => during(h, () => h.ParallelContext().nthread(2)), {
  after: (h) => h.ParallelContext().nthread(1),
});

// POINTERs ---------------------------------------------------------------------------------------------------------------

const gap = (h: any) => {
  const [a, b] = [make(h, "a"), make(h, "b")];
  return { a, b, gap: h.HalfGap(a(0.5)) };
};
const compiled = { mechanisms: true } as const;
const cleared = { mechanisms: true, after: (h: any) => [...h.allsec()].forEach((sec) => void sec.dispose()) } as const;
inRun(
  "a POINTER that was never set, at an initialisation",
  /HalfGap\[0\]\.vother was never set/,
  (h) => {
    gap(h);
    h.finitialize(-65);
  },
  cleared,
);
inRun(
  "a POINTER that was never set, at fadvance",
  /vother was never set/,
  (h) => {
    const { a, b, gap: g } = gap(h);
    h.setpointer(b(0.5)._ref_v, "vother", g);
    h.finitialize(-65);
    b.dispose();
    assert.ok(a);
    h.fadvance();
  },
  cleared,
);
inRun(
  "a POINTER whose target is gone, at an initialisation",
  /what it pointed to is gone/,
  (h) => {
    const { b, gap: g } = gap(h);
    h.setpointer(b(0.5)._ref_v, "vother", g);
    b.dispose();
    h.finitialize(-65);
  },
  cleared,
);
inRun("read a POINTER that was never set", /never set/, (h) => gap(h).gap.vother, cleared);
inRun("set a POINTER's value that was never set", /never set/, (h) => (gap(h).gap.vother = 5), cleared);
inRun(
  "read a POINTER whose target is gone",
  /gone/,
  (h) => {
    const { b, gap: g } = gap(h);
    h.setpointer(b(0.5)._ref_v, "vother", g);
    b.dispose();
    return g.vother;
  },
  cleared,
);
inRun(
  "HOC's run() with an unset POINTER",
  /vother was never set/,
  (h) => {
    h.load_file("stdrun.hoc");
    gap(h);
    h("finitialize(-65)");
  },
  cleared,
);
wrongType("a POINTER set to a number", /_ref_vother: expected a pointer/, (h) => (gap(h).gap._ref_vother = 5), cleared);
unknownName(
  "setpointer of an unknown name",
  /nonsense/,
  (h) => {
    const { a, gap: g } = gap(h);
    h.setpointer(a(0.5)._ref_v, "nonsense", g);
  },
  cleared,
);
right(
  "a POINTER that is set works, and survives a change of the other section",
  (h) => {
    const { b, gap: g } = gap(h);
    h.setpointer(b(0.5)._ref_v, "vother", g);
    b.insert("pas");
    make(h, "third");
    h.finitialize(-65);
    b(0.5).v = -30;
    assert.equal(g.vother, -30);
  },
  cleared,
);
outOfRange(
  "an element behind a mechanism's array",
  /weights\[9\]|it has 4 elements/,
  (h) => {
    const sec = make(h);
    sec.insert("manyvars");
    return sec(0.5).manyvars.weights[9];
  },
  compiled,
);
wrongType(
  "a mechanism's array set as a whole",
  /is an array: set/,
  (h) => {
    const sec = make(h);
    sec.insert("manyvars");
    sec(0.5).manyvars.weights = 3;
  },
  compiled,
);
right(
  "the same library twice",
  (h) => {
    h.nrn_load_dll(process.env.HAZARD_MECHANISMS);
  },
  compiled,
);

// NEURON's own mistakes -------------------------------------------------------------------------------------------------------

right(
  "vext[1] is the second layer",
  (h) => {
    const sec = make(h);
    sec.insert("extracellular");
    h.finitialize(-65);
    sec(0.5).vext[0] = 1;
    sec(0.5).vext[1] = 2;
    assert.deepEqual([sec(0.5).vext[0], sec(0.5).vext[1]], [1, 2]);
  },
  { after: (h) => [...h.allsec()].forEach((sec) => void sec.dispose()) },
);
right("the area after a new diameter", (h) => {
  const sec = h.Section({ name: "s" });
  [sec.L, sec.diam] = [10, 4];
  const before = sec(0.5).area();
  sec(0.5).diam = 8;
  assert.ok(Math.abs(sec(0.5).area() / before - 2) < 1e-12);
  sec.diam = 12;
  assert.ok(Math.abs(sec(0.5).area() / before - 3) < 1e-12);
});
for (const [name, call] of Object.entries<(h: any) => unknown>({
  sprint: (h) => h.sprint("", "%g", 3),
  "StringFunctions.head": (h) => h.StringFunctions().head("abcdef", "d", ""),
  "StringFunctions.left": (h) => h.StringFunctions().left("abcdef", 2),
  "StringFunctions.right": (h) => h.StringFunctions().right("abcdef", 2),
  "MechanismType.selected": (h) => h.MechanismType(0).selected(""),
  "MechanismStandard.name": (h) => h.MechanismStandard("hh").name("", 0),
  "CVode.statename": (h) => {
    make(h);
    h.CVode().active(1);
    h.finitialize(-65);
    return h.CVode().statename(0, "");
  },
  "File.gets": (h) => {
    writeFileSync("lines", "one\ntwo\n");
    const file = h.File();
    file.ropen("lines");
    return file.gets("");
  },
  "File.scanstr": (h) => {
    writeFileSync("lines", "one two\n");
    const file = h.File();
    file.ropen("lines");
    return file.scanstr("");
  },
}))
  wrongType(`a string where ${name} writes its result`, /pass h\.ref\(""\)/, call, {
    after: (h) => h.CVode().active(0),
  });
right("strings that NEURON writes into, by h.ref", (h) => {
  const text = h.ref("");
  h.sprint(text, "t is %g", 2.5);
  assert.equal(text[0], "t is 2.5");
  h.StringFunctions().head("abcdef", "d", text);
  assert.equal(text[0], "abc");
});
right("a recording of t survives the section that was there when it was made", (h) => {
  h.load_file("stdrun.hoc");
  const first = make(h, "first");
  const t = h.Vector().record(h._ref_t);
  make(h, "second");
  first.dispose();
  h.finitialize(-65);
  h.continuerun(1);
  assert.equal(t.size(), 41);
});
right("two NetCons of one source both record, with p", (h, p) => {
  const sec = make(h);
  const clamp = h.IClamp(sec(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [0, 50, 1];
  const netcons = [0, 1].map(() => p.NetCon(sec(0.5)._ref_v, null, { sec, threshold: 0 }));
  const [first, second] = netcons.map((nc) => nc.spikes);
  p.run(20, { vInit: -65 });
  assert.ok(first.size() > 0);
  assert.deepEqual([...first], [...second]);
});
right("IClamp(x, { sec }) and IClamp(x, section) stand in that section", (h) => {
  const [a, b] = [make(h, "a"), make(h, "b")];
  assert.equal(h.IClamp(0.5, { sec: b }).get_segment().sec, b);
  assert.equal(h.IClamp(0.5, b).get_segment().sec, b);
  assert.equal(h.IClamp(0.5, { sec: a }).get_segment().sec, a);
});
right("h.hh.insert inserts", (h) => {
  const sec = h.Section({ name: "s" });
  h.hh.insert(sec);
  assert.equal(sec(0.5).hh.gnabar, 0.12);
});
wrongType("h.hh.insert of a segment", /insert: expected a section/, (h) => h.hh.insert(make(h)(0.5)));
right("SWC with a point whose parent is not there", (h) => swc(h, "1 1 0 0 0 5 -1\n2 3 10 0 0 1 1\n3 3 20 0 0 1 99\n"));
right("SWC with points out of order", (h) => swc(h, "3 3 20 0 0 1 2\n1 1 0 0 0 5 -1\n2 3 10 0 0 1 1\n"));
right("SWC with a number twice", (h) => swc(h, "1 1 0 0 0 5 -1\n2 3 10 0 0 1 1\n2 3 20 0 0 1 1\n"));
right("SWC with a loop", (h) => swc(h, "1 1 0 0 0 5 -1\n2 3 10 0 0 1 3\n3 3 20 0 0 1 2\n"));
right("SWC without a single point", (h) => swc(h, "# nothing\n"));
right("SWC that is text", (h) => swc(h, "this is no morphology\nat all\n"));
right("import3d in a process with a variable k", (h) => {
  h("k = 5");
  h.load_file("import3d.hoc");
  assert.equal(typeof h.Import3d_SWC_read, "function");
});
right("nseg on a section with 3-D points keeps length and area", (h) => {
  const sec = h.Section({ name: "s" });
  sec.pt3dadd(0, 0, 0, 2);
  sec.pt3dadd(100, 0, 0, 2);
  sec.nseg = 7;
  assert.ok(Math.abs(sec.L - 100) < 1e-6);
  assert.ok(Math.abs([...sec].reduce((sum: number, seg: any) => sum + seg.area(), 0) - Math.PI * 200) < 1e-3);
});
right("play(clamp.amp, times): a pointer is asked for", (h) => {
  const clamp = h.IClamp(make(h)(0.5));
  assert.throws(() => h.Vector([1, 2]).play(clamp.amp, h.Vector([0, 1])), /pointer|_ref_/);
});
right("a Vector disposed while a mechanism records into it", (h) => {
  const counter = h.APCount(make(h)(0.5));
  const times = h.Vector();
  counter.record(times);
  times.dispose();
  for (let i = 0; i < 100; i++) h.Vector(100);
  h.finitialize(-65);
  counter.dispose();
  h.finitialize(-65);
});
right("NEURON's oldest stimuli in a section that goes", (h) => {
  const sec = make(h);
  h.fclamp(3, 0.5, { sec });
  sec.dispose();
  h.finitialize(-65);
});
wrongType("an oldest stimulus with a segment", /fclamp: /, (h) => h.fclamp(3, make(h)(0.5)));
hocError(
  "create many[0] of sections that exist",
  /subscript/,
  (h) => {
    h("create many[3]");
    h("create many[0]");
  },
  { after: (h) => h("create many[3]\ncreate many[2]") },
);
refused("HocConnectError")(
  "connect in a loop in HOC",
  /would close a loop/,
  (h) => {
    h("create a, b\nconnect b(0), a(1)");
    h("connect a(0), b(1)");
  },
  { code: "ERR_PATCH_HOC_CONNECT" },
);
right("HOC drops an artificial cell in a callback of a run", (h) => {
  h("objref dropped\ndropped = new NetStim()\nproc forget() { dropped = new Vector() }");
  during(h, () => h.forget());
  assert.equal([...h.NetStim].length, 0);
});
hocError(
  "L under pt3dconst(1)",
  /pt3dconst/,
  (h) => {
    h.pt3dconst(1);
    make(h);
  },
  { after: (h) => h.pt3dconst(0) },
);
right(
  "an unassigned clamp stays",
  (h) => {
    h.load_file("stdrun.hoc");
    const sec = make(h);
    h.IClamp(sec(0.5)).amp = 5;
    h.IClamp[0].dur = 100;
    h.finitialize(-65);
    h.continuerun(5);
    assert.ok(sec(0.5).v > -40);
  },
  { after: (h) => h.IClamp[0].dispose() },
);
right("BBSaveState.ignore(null) and KSChan.add_transition(null) are refused", (h) => {
  assert.throws(() => h.BBSaveState().ignore(null), /point process/);
  assert.throws(() => h.KSChan().add_transition(null), /KSState/);
});
right("SaveState.save before an initialisation, and after a change", (h) => {
  make(h);
  h.SaveState().save();
  h.finitialize(-65);
  make(h, "another");
  h.SaveState().save();
});
inRun("SaveState.save with an artificial cell that was never initialised", /finitialize/, (h) => {
  make(h);
  h.finitialize(-65);
  h.NetStim();
  h.SaveState().save();
});
right("a synapse's own function before any initialisation", (h) => {
  assert.equal(typeof h.IntFire4().E(1), "number");
});
hocError("ParallelContext.py_gather", /cannot be used.*p\.parallel/, (h) => h.ParallelContext().py_gather(1, 0));
hocError("CVode.free_event_queues", /cannot be used/, (h) => h.CVode().free_event_queues());
wrongType("an event to an object that cannot be called", /expected a function or HOC text/, (h) =>
  h.CVode().event(1, {}),
);
wrongType("an artificial cell moved", /artificial cell has no place/, (h) => h.NetStim().loc(make(h)(0.5)));
wrongType("StringFunctions.alias of null", /expected an object of NEURON, got null/, (h) =>
  h.StringFunctions().alias(null),
);
wrongType("LinearMechanism of null", /LinearMechanism: argument 1/, (h) => h.LinearMechanism(null));
refused("EngineError")(
  "what no check knows falls into the net",
  /NEURON crashed in this call/,
  (h) => h("objref z\nz = new Timer(z)"),
  { code: "ERR_PATCH_CRASH" },
);

function swc(h: any, text: string) {
  writeFileSync("cell.swc", text);
  h.load_file("stdlib.hoc");
  h.load_file("import3d.hoc");
  const reader = h.Import3d_SWC_read();
  try {
    reader.input("cell.swc");
    const made = {};
    h.Import3d_GUI(reader, 0).instantiate(made);
  } catch (error) {
    assert.ok(error instanceof Error && error.message.length > 5);
  }
  for (const sec of [...h.allsec()]) sec.dispose();
}
