// Random calls with random arguments on random objects: fuzz.js SEED CALLS [LOG]. Whatever happens, the process lives,
// only Errors are thrown, and the simulation afterwards is right.
import assert from "node:assert/strict";
import { openSync, writeSync } from "node:fs";
import { h as typed, untyped } from "nrn-patch";
import { native } from "#engine";
import { checkSimulation } from "./simulation.js";

/** What by its nature ends or blocks a process, or is not random's business; each with the reason. */
const left: Record<string, string> = {
  quit: "ends the process",
  system: "runs any program",
  getstr: "reads from the terminal",
  xred: "waits for an answer on the terminal",
  read: "reads from the terminal",
  fscan: "reads from the terminal",
  runworker: "waits for work that never comes; ends the process",
  done: "ends the other processes",
  continue_dialog: "waits for an answer",
  boolean_dialog: "waits for an answer",
  string_dialog: "waits for an answer",
  doNotify: "runs the event loop of windows",
  chdir: "the next files would land anywhere",
  hoc_stdout: "takes the whole process's output away",
  nrnmpi_init: "starts MPI, or ends the process where there is none",
  ivocpointstyle: "of windows only",
  print_session: "prints pictures with a program",
  save_session: "writes in the user's home",
  neuronhome: "nothing to get wrong",
  print_local_memory_usage: "prints much",
  nrn_load_dll: "loads any library into the process, whose initialiser runs at once",
  nrn_mallinfo: "nothing to get wrong",
  mpiabort_on_error: "ends the process at the next error, as asked",
  set_mpi_timeout: "ends the process",
  timeout: "ends the process when it runs out of time, as asked",
  prcellstate: "writes files",
  use_exp_pow_precision: "changes the arithmetic of the process, as asked",
  ion_style: "changes how an ion is computed in all later sections, as asked",
};

/** What goes on for as long as it is told to: given short runs. */
const runs = new Set([
  "finitialize",
  "fadvance",
  "continuerun",
  "run",
  "stdinit",
  "init",
  "steprun",
  "advance",
  "psolve",
  "solve",
]);

/** Processes whose own code iterates for ever with impossible time constants. */
const delicate = /^IntFire[24]/;

const [seed = 1, calls = 1000] = process.argv.slice(2).map(Number);
const log = process.argv[4] === undefined ? 1 : openSync(process.argv[4], "w");
let state = seed >>> 0;
/** Mulberry32: the same seed gives the same calls. */
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let z = state;
  z = Math.imul(z ^ (z >>> 15), z | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
}
const below = (n: number) => Math.floor(random() * n);
function pick<T>(list: readonly T[]): T {
  return list[below(list.length)] as T;
}
const chance = (p: number) => random() < p;

const h = untyped(typed);
h.load_file("stdrun.hoc");
h.onPrint(() => {});
h(`begintemplate Thing
public a, b, x, s, o, f, p, g
create a, b
objref o
strdef s
double x[3]
proc init() { s = "thing" }
func f() { return $1 + x[$2] }
proc p() { execerror("no", "never") }
obfunc g() { return $o1 }
endtemplate Thing`);
h("objref anything, things[3]\nstrdef text\ndouble numbers[2][3]\ncreate hocsection");

const NUMBERS = [
  0,
  1,
  2,
  3,
  0.5,
  0.25,
  -1,
  7,
  10,
  100,
  1.5,
  -0.5,
  1e-3,
  1e308,
  -1e308,
  Number.NaN,
  Infinity,
  -Infinity,
];
const MORE_NUMBERS = [2 ** 31, -(2 ** 31), 2 ** 32 + 1, 2 ** 53, 1e-308, -0, 33, 64, 255, 1000];
const STRINGS = [
  "",
  "x",
  "hh",
  "pas",
  "v",
  "IClamp",
  "Vector",
  "soma",
  "t",
  "t = 1",
  "print 1",
  "%d %g %s",
  "a.dat",
  "+",
  "==",
  ">",
  "(",
  "{",
  "x[0]",
];
const MORE_STRINGS = [
  "µ",
  "Thing",
  "hocsection",
  "extracellular",
  "na_ion",
  "ca",
  'execerror("a","b")',
  "numbers",
  "Section",
  "x".repeat(300),
  "stdrun.hoc",
  "unknown name",
  "a\nb",
];

const sections: any[] = [];
const objects: any[] = [];
const extras: any[] = [];

function number(): number {
  const odd = chance(0.2);
  return pick(odd ? MORE_NUMBERS : NUMBERS);
}
function section(): any {
  return sections.length && chance(0.95) ? pick(sections) : h.hocsection;
}
function segment(): any {
  return section()(chance(0.9) ? pick([0, 0.5, 1, 0.1]) : number());
}
function pointer(): any {
  const kind = below(4);
  if (kind === 0) return h[`_ref_${pick(["t", "dt", "celsius", "numbers"])}`];
  if (kind === 1) return segment()[`_ref_${pick(["v", "m_hh", "ina", "diam", "cm"])}`];
  if (kind === 2 && objects.length) return pick(objects)[`_ref_${pick(["i", "amp", "x", "weight", "threshold", "g"])}`];
  return h.ref(pick<unknown>([number(), pick(STRINGS), objects.length ? pick(objects) : null]));
}
/** A callback that itself does something random now and then. */
function callback(): unknown {
  return pick<() => unknown>([
    () => 0,
    () => number(),
    () => {
      throw new Error("from a callback");
    },
    () => {
      act(2);
    },
    async () => 1,
    () => "text",
    () => {
      h.Vector(3).sum();
    },
  ]);
}
function value(): unknown {
  const kind = below(24);
  if (kind < 7) return number();
  if (kind < 10) return pick(chance(0.7) ? STRINGS : MORE_STRINGS);
  if (kind < 13 && objects.length) return pick(objects);
  switch (kind) {
    case 13:
      return section();
    case 14:
    case 15:
      return segment();
    case 16:
    case 17:
      return pointer();
    case 18:
      return null;
    case 19:
      return pick<unknown>([
        undefined,
        true,
        {},
        [],
        [1, 2, 3],
        Symbol("s"),
        5n,
        new Date(0),
        [callback(), 1],
        new Float64Array(3),
      ]);
    case 20:
      return callback();
    case 21:
      return { sec: section() };
    case 22:
      return h.Vector(below(5));
    default:
      return h.ref(pick<unknown>([1, "", null]));
  }
}
function args(): unknown[] {
  return Array.from({ length: pick([0, 1, 1, 1, 2, 2, 3, 4, 5]) }, value);
}

const builtIn: string[] = native.names(0).filter((name) => !(name in left));
const templates = builtIn.filter((name) => isKind(name, 325));
const functions = builtIn.filter((name) => [264, 280, 295, 296].some((kind) => isKind(name, kind)));
const variables = builtIn.filter((name) => isKind(name, 263) || isKind(name, 310));
const ours = [
  "continuerun",
  "run",
  "stdinit",
  "init",
  "steprun",
  "advance",
  "Thing",
  "numbers",
  "things",
  "anything",
  "text",
  "hocsection",
  "tstop",
  "psection",
  "setpointer",
  "cas",
];
function isKind(name: string, kind: number): boolean {
  const id = native.lookup(name);
  return id !== 0 && native.symbolInfo(id)[1] === kind;
}
const SECTION = [
  "L",
  "diam",
  "nseg",
  "Ra",
  "cm",
  "v",
  "rallbranch",
  "connect",
  "disconnect",
  "insert",
  "uninsert",
  "has_membrane",
  "children",
  "subtree",
  "wholetree",
  "parentseg",
  "trueparentseg",
  "orientation",
  "psection",
  "cell",
  "name",
  "hoc_internal_name",
  "push",
  "n3d",
  "x3d",
  "arc3d",
  "spine3d",
  "pt3dadd",
  "pt3dinsert",
  "pt3dchange",
  "pt3dremove",
  "pt3dclear",
  "pt3dstyle",
  "gnabar_hh",
  "g_pas",
  "vext",
  "xraxial",
  "ena",
];
const SEGMENT = [
  "v",
  "diam",
  "cm",
  "area",
  "ri",
  "volume",
  "node_index",
  "point_processes",
  "hh",
  "pas",
  "gnabar_hh",
  "m_hh",
  "ina",
  "vext",
  "e_extracellular",
  "xg",
  "i_membrane_",
  "i_cap",
];

let doing = "";
function say(text: string): void {
  doing = text;
  writeSync(log, `${text}\n`);
}
function shown(value: unknown): string {
  try {
    if (typeof value === "function") return (value as any).name?.call ? String(value).slice(0, 40) : "fn";
    if (typeof value === "string") return JSON.stringify(value.slice(0, 30));
    return String(value).slice(0, 40);
  } catch {
    return typeof value;
  }
}

function keep(value: unknown): void {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return;
  if (typeof value === "object" && "hname" in value) {
    if (objects.length < 80) objects.push(value);
    else objects[below(80)] = value;
  } else if (extras.length < 20) extras.push(value);
}

/** Steps and times as usual: others would make a run endless, as asked for. */
function settle(): void {
  h.dt = 0.025;
  h.t = 0;
  h.steps_per_ms = 40;
  h.nstep_steprun = 1;
  h.tstop = 2;
}

function call(name: string, target: any, member: string, list: unknown[], self = target): void {
  if (runs.has(member)) {
    // Short ones: a time of a million years is an endless loop by request.
    settle();
    list = list.map((item) => (typeof item === "number" && Math.abs(item) > 20 && Number.isFinite(item) ? 1 : item));
    if (member === "run") h.tstop = 2;
  }
  say(`${name}.${member}(${list.map(shown).join(", ")})`);
  keep(target[member].apply(self, list));
}

function members(object: any): string[] {
  const cls = native.classOf(object[Symbol.for("nrn-patch.handle")]);
  return [...native.names(cls), "dispose", "toArray", "length", "toString", "hname", "get_segment", "delay"].filter(
    (name) => !(name in left),
  );
}

const actions: (() => void)[] = [
  () => {
    const name = pick(chance(0.85) ? functions : ours);
    const member = h[name];
    if (typeof member === "function") call("h", h, name, args());
    else say(`h.${name}`);
  },
  () => {
    const name = pick(templates);
    say(`h.${name}`);
    call("h", h, name, chance(0.6) ? args() : [pick<unknown>([segment(), number(), pick(STRINGS)])]);
  },
  () => {
    const name = pick(chance(0.8) ? variables : ours);
    say(`h.${name} read`);
    shown(h[name]);
    if (chance(0.3)) {
      const given = value();
      say(`h.${name} = ${shown(given)}`);
      if (name !== "stoprun" || given !== 1) h[name] = given;
    }
  },
  ...Array.from({ length: 6 }, () => () => {
    if (objects.length === 0) return;
    const object = pick(objects);
    const member = pick(members(object));
    say(`${shown(object)}.${member}`);
    const now = object[member];
    if (typeof now === "function" && !(Symbol.iterator in now)) call(shown(object), object, member, args());
    else if (chance(0.5)) {
      const given = value();
      say(`${shown(object)}.${member} = ${shown(given)}`);
      if (!(typeof given === "number" && delicate.test(String(object)))) object[member] = given;
    } else if (now !== null && typeof now === "object") {
      const i = pick([0, 1, -1, 5, 1e6]);
      say(`${shown(object)}.${member}[${i}]`);
      shown(now[i]);
      if (chance(0.5)) now[i] = value();
    }
  }),
  ...Array.from({ length: 2 }, () => () => {
    const sec = section();
    const member = pick(SECTION);
    say(`${shown(sec)}.${member}`);
    const now = sec[member];
    if (typeof now === "function" && !("hh" in now)) {
      // Many sections with many segments only make it slow.
      call(shown(sec), sec, member, args());
    } else if (chance(0.5)) {
      const given = member === "nseg" ? pick([1, 3, 5, number()]) : value();
      say(`${shown(sec)}.${member} = ${shown(given)}`);
      if (!(typeof given === "number" && member === "nseg" && given > 100 && given < 32768)) sec[member] = given;
    }
  }),
  () => {
    const seg = segment();
    const member = pick(SEGMENT);
    say(`${shown(seg)}.${member}`);
    const now = seg[member];
    if (typeof now === "function") call(shown(seg), seg, member, args());
    else if (chance(0.5)) {
      const given = value();
      say(`${shown(seg)}.${member} = ${shown(given)}`);
      seg[member] = given;
    }
  },
  () => {
    const text = pick([
      () => `${pick(functions)}(${pick(["", "1", "0.5", "-1", '"x"', "anything", "&t", "1, 2", "1e10"])})`,
      () => `anything = new ${pick(templates)}(${pick(["", "1", "0.5", '"x"', "anything"])})`,
      () => `things[${below(4)}] = anything`,
      () => "anything.x[5] = 3",
      () => `anything.${pick(["a", "f(1,2)", "p()", "g(anything)", "x", "o.o.o"])}`,
      () =>
        `hocsection { ${pick(["nseg = 3", "insert hh", "insert nothing", "L = -1", "diam = 0", "delete_section()", "v(0.5) = 3", "v(7) = 3"])} }`,
      () => `create ${pick(["hocsection", "another", "many[3]"])}`,
      () => `proc r() { if ($1 > 0) { r($1 - 1) } else { execerror("deep", "down") } } r(${below(50)})`,
      () => `for i = 0, 3 { print i, }`,
      () => pick(STRINGS),
      () => pick(MORE_STRINGS),
      () => `access ${pick(["hocsection", "nosection"])}`,
      () => `connect hocsection(0), ${pick(["hocsection(1)", "another(1)", "another(5)"])}`,
      () => `numbers[${below(4)}][${below(4)}] = ${below(3)}`,
      () => `sscanf("${pick(STRINGS).replace(/"/g, "")}", "%d", &t)`,
    ])();
    if (Object.keys(left).some((name) => text.includes(`${name}(`))) return;
    if ([...runs].some((name) => text.includes(`${name}(`))) return;
    say(`h(${JSON.stringify(text)})`);
    h(text);
  },
  () => {
    say("making a section");
    if (sections.length < 12) sections.push(h.Section(chance(0.7) ? { name: `s${below(100)}` } : value()));
  },
  () => {
    if (chance(0.7)) {
      if (objects.length === 0) return;
      const [object] = objects.splice(below(objects.length), 1);
      say(`${shown(object)}.dispose()`);
      if (chance(0.5)) objects.push(object); // goes on being used
      object.dispose();
    } else if (sections.length > 2) {
      const i = below(sections.length);
      const sec = sections[i];
      say(`${shown(sec)}.dispose()`);
      if (chance(0.5)) sections.splice(i, 1);
      if (chance(0.7)) sec.dispose();
      else h.delete_section({ sec });
    }
  },
  () => {
    settle();
    say("run");
    h.finitialize(-65);
    if (chance(0.5)) h.CVode().event(1, callback());
    h.continuerun(2);
  },
  () => {
    if (extras.length === 0) return;
    const extra = pick(extras);
    const i = pick([0, 1, -1, 3, 1e6, 1.5]);
    say(`${shown(extra)}[${i}]`);
    shown(extra[i]);
    if (chance(0.5)) extra[i] = value();
    if (chance(0.3)) extras.splice(extras.indexOf(extra), 1);
  },
];

function act(count: number): void {
  for (let i = 0; i < count; i++) {
    try {
      pick(actions)();
    } catch (error) {
      assert.ok(error instanceof Error, `${doing} threw ${String(error)}`);
      if (/^(An? )?undefined|Cannot read prop/.test(error.message)) {
        // JavaScript's own: an action of this file picked what is not there.
        assert.ok(/fuzz\.js|undefined/.test(error.stack ?? ""), error.stack ?? "");
      }
      tally(error);
    }
  }
}
const kinds = new Map<string, number>();
function tally(error: Error): void {
  if (process.env.FUZZ_ERRORS) say(`   ${error.message.split("\n")[0]}`);
  if ((error as { code?: string }).code === "ERR_PATCH_CRASH") say(`!! ${doing}: ${error.message}`);
  kinds.set(error.constructor.name, (kinds.get(error.constructor.name) ?? 0) + 1);
}

/** NEURON's own variables, to be put back: a parameter of every mechanism is among them. */
const before = new Map<string, number>();
for (const name of [...native.names(0), ...native.names(-1)]) {
  // A section's own properties are none: there is no section yet.
  if (
    !isKind(name, 263) ||
    native.symbolInfo(native.lookup(name))[2] === 3 ||
    native.dimension(native.lookup(name), 0, 0) >= 0
  )
    continue;
  const value = h[name];
  if (typeof value === "number") before.set(name, value);
}

for (const name of ["one", "two", "three"]) {
  const sec = h.Section({ name });
  sec.L = sec.diam = 20;
  sec.insert("hh");
  sections.push(sec);
}
sections[1].connect(sections[0](1));

for (let done = 0; done < calls; done += 10) act(10);

// What is left would disturb any simulation, as it should.
say("clearing");
for (let i = 0; i < 200 && h.pop_section && native.currentSection() !== null; i++) h.pop_section();
objects.length = extras.length = 0;
h.anything = null;
for (let i = 0; i < 3; i++) h.things[i] = null;
try {
  h.CVode().active(0);
  h.CVode().use_local_dt?.(0);
  h.ParallelContext().gid_clear();
  h.ParallelContext().nthread(1);
} catch (error) {
  tally(error as Error);
}
for (const sec of [...h.allsec()]) sec.dispose();
for (const cls of ["NetCon", "FInitializeHandler", "StateTransitionEvent", "LinearMechanism", "IClamp"])
  for (const object of [...h[cls]]) {
    try {
      object.dispose();
    } catch (error) {
      tally(error as Error);
    }
  }
for (const [name, value] of before) {
  try {
    if (h[name] !== value) h[name] = value;
  } catch (error) {
    tally(error as Error); // HOC has declared it as something else
  }
}
h.pt3dconst(0);
h.secondorder = 0;
h.celsius = 6.3;
h.dt = 0.025;
h.steps_per_ms = 40;
say("the simulation");
checkSimulation(h, `after ${calls} calls of seed ${seed}`);
process.stdout.write(`right ${JSON.stringify(Object.fromEntries(kinds))}\n`);
process.exit(0);
