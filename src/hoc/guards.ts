// Calls that NEURON answers to wrong use of with its own death: the use is checked here, before NEURON sees it.
// Each was found by a test (test/hazards); what is not known here yet falls into the net of native/crash.cc.
import { existsSync } from "node:fs";
import { described, finite, outOfRange, positive, wrongType } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, HocError, SimulationError } from "../core/errors.js";
import { plural } from "../core/words.js";
import { native } from "../engine/engine.js";
import { refuseMeanwhile } from "./claim.js";
import { Kind } from "./kinds.js";
import { nameOf } from "./names.js";
import { type HocObject, handleOf, infoOf, isHocObject } from "./object.js";
import { Pointer, Ref } from "./pointer.js";
import { crossed, forgetCrossings } from "./ranks.js";
import { refuseInRun } from "./run.js";
import { Structural, standIn } from "./transfer.js";

/** Throws when the arguments are not what the function needs. */
type Guard = (args: readonly unknown[], where: Place, self: HocObject) => void;
/** As it is written, for messages: worked out only when there is one. */
export interface Place {
  toString(): string;
}

function wrong(where: Place, i: number, expected: string, args: readonly unknown[]): ArgumentTypeError {
  return new ArgumentTypeError(`${where}: argument ${i + 1}: expected ${expected}, got ${described(args[i])}.`);
}

function isOf(value: unknown, name: string): value is HocObject {
  return isHocObject(value) && infoOf(value).name === name;
}

const all =
  (...guards: Guard[]): Guard =>
  (args, where, self) => {
    for (const guard of guards) guard(args, where, self);
  };
/** Argument `i` is an object of one of these classes; of any class when none is named. */
const object =
  (i: number, ...names: string[]): Guard =>
  (args, where) => {
    const value = standIn(args[i]);
    if (names.length === 0 ? isHocObject(value) : names.some((name) => isOf(value, name))) return;
    throw wrong(where, i, names.length === 0 ? "an object of NEURON" : `a ${names.join(" or ")}`, args);
  };
const optional =
  (i: number, guard: Guard): Guard =>
  (args, where, self) => {
    if (args.length > i) guard(args, where, self);
  };
const text =
  (i: number): Guard =>
  (args, where) => {
    if (typeof args[i] !== "string" && !(args[i] instanceof Ref)) throw wrong(where, i, "a string", args);
  };
const pointer =
  (i: number): Guard =>
  (args, where) => {
    if (!(args[i] instanceof Pointer)) throw wrong(where, i, "a pointer, such as soma(0.5)._ref_v", args);
  };
/** What NEURON can call: a function, a function with its arguments, or HOC text. */
const callback =
  (i: number): Guard =>
  (args, where) => {
    const value = args[i];
    if (
      typeof value === "function" ||
      typeof value === "string" ||
      (Array.isArray(value) && typeof value[0] === "function")
    )
      return;
    if (value instanceof Structural) return;
    throw wrong(where, i, "a function or HOC text", args);
  };
const unusable =
  (why: string): Guard =>
  (_, where) => {
    throw new HocError(`${where} cannot be used: ${why}.`);
  };
/** NEURON's own tables of the model are made anew if it has changed. */
const upToDate: Guard = () => {
  if (!native.inRun()) native.verify();
};
/** NEURON finds the data of artificial cells from an initialisation on. */
const initialised: Guard = (args, where, self) => {
  if (native.hasNewArtificial())
    throw new SimulationError(
      `${where}: an artificial cell was made since the last initialisation: h.finitialize() first.`,
    );
  upToDate(args, where, self);
};
/** NEURON goes on with the integrators of a model that is no more, and dies. */
const unchanged: Guard = (_, where) => {
  if (native.structureChanged())
    throw new SimulationError(
      `${where}: the model's structure has changed since it was initialised: h.finitialize() first.`,
    );
};
const sameTime: Guard = (_, where) => {
  const t = native.scalar(native.lookup("t"));
  if (t !== native.threadTime())
    throw new SimulationError(`${where}: h.t was set to ${t} by hand: the state is that of ${native.threadTime()} ms.`);
};
const outsideRuns: Guard = (_, where) => {
  if (native.inRun()) refuseInRun(String(where));
};
const alone: Guard = (_, where) => refuseMeanwhile(String(where));
/** As many numbers as lie behind the pointer, and no more. */
const behindPointer: Guard = (args, where) => {
  const [count, from] = args;
  if (!(from instanceof Pointer)) throw wrong(where, 1, "a pointer, such as h._ref_x[0]", args);
  if (typeof count !== "number" || !(count >= 0 && count <= from.room))
    throw outOfRange(`${where}: argument 1`, `a number up to ${from.room}, as many as lie behind the pointer`, count);
};
/** What can travel in a message: numbers, texts and Vectors. */
const packable: Guard = (args, where) => {
  args.forEach((arg, i) => {
    if (typeof arg !== "number" && typeof arg !== "string" && !isOf(arg, "Vector"))
      throw wrong(where, i, "a number, a string or a Vector", args);
  });
};
const filled: Guard = (_, where, self) => {
  if (native.vectorSize(handleOf(self)) === 0) throw new ArgumentRangeError(`${where}: the Vector is empty.`);
};
const folder =
  (name: string): Guard =>
  (_, where) => {
    if (!existsSync(name))
      throw new HocError(`${where}: there is no folder "${name}" in the working directory.`, {
        code: "ERR_PATCH_FILE",
      });
  };

const numberOrVector: Guard = (args, where) => {
  if (args.length > 0 && typeof args[0] !== "number" && !isOf(args[0], "Vector"))
    throw wrong(where, 0, "a number or a Vector", args);
};
/** Argument `i` is a whole number from 1 on: NEURON divides by it, or walks in steps of it. */
const steps =
  (i: number): Guard =>
  (args, where) => {
    const value = args[i];
    if (typeof value !== "number") throw wrong(where, i, "a whole number from 1 on", args);
    if (!(Number.isInteger(value) && value >= 1)) throw outOfRange(String(where), "a whole number from 1 on", value);
  };
/** NEURON's median reads outside of the Vector where it is much longer than the window. */
const window: Guard = (args, where, self) => {
  const source = isHocObject(args[0]) ? args[0] : self;
  const last = args[args.length - 1];
  const points = typeof last === "number" ? last : 3;
  const size = native.vectorSize(handleOf(source));
  if (size - 1 - points > points)
    throw new HocError(
      `${where} cannot be used: NEURON reads outside of a Vector of ${size} elements in windows of ${points}.`,
    );
};
/** NEURON looks for so many counts around each element, and for ever if there are fewer. */
const enoughCounts: Guard = (args, where) => {
  if (!isOf(args[0], "Vector") || typeof args[3] !== "number") return;
  const counts = (args[0] as unknown as { sum(): number }).sum();
  if (!(counts >= args[3]))
    throw new ArgumentRangeError(`${where}: expected at least ${args[3]} counts, got ${counts}.`);
};
const ofOwnSize: Guard = (args, where, self) => {
  const [own, other] = [
    (self as unknown as { size(): number }).size(),
    native.vectorSize(handleOf(args[0] as HocObject)),
  ];
  if (own !== other)
    throw new ArgumentRangeError(`${where}: expected a Vector of ${own} elements, got one of ${other}.`);
};

interface Rows {
  nrow(): number;
  ncol(): number;
}
const size = (matrix: unknown) => [(matrix as Rows).nrow(), (matrix as Rows).ncol()] as const;
const square: Guard = (_, where, self) => {
  const [rows, columns] = size(self);
  if (rows !== columns)
    throw new ArgumentRangeError(`${where}: expected a square Matrix; this one is ${rows} × ${columns}.`);
};
const equalSize: Guard = (args, where, self) => {
  const [rows, columns] = size(self);
  const [otherRows, otherColumns] = size(args[0]);
  if (rows !== otherRows || columns !== otherColumns)
    throw new ArgumentRangeError(
      `${where}: expected a Matrix of ${rows} × ${columns}, got one of ${otherRows} × ${otherColumns}.`,
    );
};
const chained: Guard = (args, where, self) => {
  const [, columns] = size(self);
  const [rows] = size(args[0]);
  if (columns !== rows)
    throw new ArgumentRangeError(`${where}: expected a Matrix of ${columns} rows, got one of ${rows}.`);
};
const located: Guard = (args, where) => {
  const value = args[0];
  if (!(isHocObject(value) && infoOf(value).isPointProcess)) throw wrong(where, 0, "a point process", args);
};

const python = unusable("it hands Python's own objects over; p.parallel has the same for JavaScript's values");
const crossing: Guard = all(pointer(0), (args, where) => {
  crossed.byHand = true;
  if (typeof args[1] !== "number") throw wrong(where, 1, "a number, the source's identifier", args);
});

/** The same of a number for two. */
const behindPointers: Guard = (args, where, self) => {
  const [count, ...pointers] = args;
  for (const pointer of pointers.slice(0, 2)) behindPointer([count, pointer], where, self);
};

/** By class and method. */
export const methodGuards: Readonly<Record<string, Readonly<Record<string, Guard>>>> = {
  BBSaveState: {
    ignore: optional(0, located),
    save: all(optional(0, text(0)), initialised),
    save_test: initialised,
    restore_test: folder("in"),
    save_test_bin: all(folder("binbufout"), initialised),
    restore_test_bin: folder("binbufin"),
  },
  CVode: {
    active: optional(0, outsideRuns),
    event: optional(1, callback(1)),
    extra_scatter_gather: callback(1),
    fixed_step: all(outsideRuns, alone, upToDate),
    // Not brought up to date first: CVode goes on from where it is.
    solve: all(outsideRuns, alone, unchanged),
    use_daspk: optional(0, outsideRuns),
    use_fast_imem: optional(0, outsideRuns),
    use_local_dt: optional(0, outsideRuns),
    free_event_queues: unusable("NEURON dies of the next event after it"),
  },
  Graph: { vector: behindPointers },
  KSChan: {
    add_transition: all(object(0, "KSState"), object(1, "KSState")),
    remove_state: (args, where) => {
      if (typeof args[0] !== "number") object(0, "KSState")(args, where, args[0] as HocObject);
    },
    ion: (args, where) => {
      const name = args[0];
      if (args.length === 0 || name === "NonSpecific") return;
      if (typeof name !== "string" || native.mechanismSymbol(`${name}_ion`) === 0)
        throw wrong(where, 0, 'the name of an ion that there is, or "NonSpecific"', args);
    },
  },
  Matrix: {
    inverse: square,
    det: square,
    exp: square,
    pow: square,
    symmeig: square,
    solv: square,
    add: all(object(0, "Matrix"), equalSize),
    mulm: all(object(0, "Matrix"), chained),
  },
  NetCon: {
    record: optional(0, (args, where, self) => {
      if (!isOf(args[0], "Vector")) callback(0)(args, where, self);
    }),
  },
  ParallelContext: {
    gid_clear: all(outsideRuns, (args) => forgetCrossings(args[0])),
    partition: outsideRuns,
    sec_in_thread: upToDate,
    setup_transfer: outsideRuns,
    source_var: crossing,
    target_var: (args, where, self) => crossing(isHocObject(args[0]) ? args.slice(1) : args, where, self),
    print_memory_stats: unusable("it is CoreNEURON's own"),
    pack: packable,
    post: packable,
    context: text(0),
    py_allgather: python,
    py_alltoall: python,
    py_broadcast: python,
    py_gather: python,
    py_scatter: python,
    pyret: python,
  },
  SaveState: { save: all(initialised, sameTime) },
  StringFunctions: {
    alias: object(0),
    alias_list: object(0),
  },
  PtrVector: {
    gather: all(object(0, "Vector"), ofOwnSize),
    scatter: all(object(0, "Vector"), ofOwnSize),
  },
  Vector: {
    add: numberOrVector,
    sub: numberOrVector,
    mul: numberOrVector,
    div: numberOrVector,
    from_double: behindPointer,
    medfltr: window,
    psth: enoughCounts,
    rebin: (args, where, self) => steps(isHocObject(args[0]) ? 1 : 0)(args, where, self),
    rotate: filled,
  },
};

/** What can be assigned, by class and member. */
export const valueGuards: Readonly<Record<string, Readonly<Record<string, (name: Place, value: unknown) => void>>>> = {
  NetCon: { delay: atLeastZero },
};

/** Variables of HOC's top level. */
export const topValueGuards: Readonly<Record<string, (name: string, value: unknown) => void>> = {
  dt: positive,
  t: finite,
  celsius: finite,
  float_epsilon(name, value) {
    if (!(finite(name, value) >= 0 && (value as number) < 0.5)) throw outOfRange(name, "a number from 0 to 0.5", value);
  },
  secondorder(name, value) {
    if (value !== 0 && value !== 1 && value !== 2)
      throw (typeof value === "number" ? outOfRange : wrongType)(name, "0, 1 or 2", value);
  },
};

function atLeastZero(name: Place, value: unknown): void {
  if (typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY) return;
  finite(String(name), value);
  throw outOfRange(String(name), "a finite number from 0 on", value);
}

/** Functions of HOC's top level, by name. */
export const functionGuards: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
  units: (args) => text(0)(args, "units", undefined as never),
  execerror: (args) => text(0)(args, "execerror", undefined as never),
  fmatrix: () => upToDate([], "fmatrix", undefined as never),
  issection(args) {
    text(0)(args, "issection", undefined as never);
    // NEURON copies it into 256 bytes.
    if (String(args[0]).length > 120) throw outOfRange("issection", "at most 120 characters", args[0]);
  },
  frecord_init: () => upToDate([], "frecord_init", undefined as never),
  object_push: (args) => object(0)(args, "object_push", undefined as never),
  nernst(args) {
    if (typeof args[0] !== "string") return;
    const id = native.lookup(args[0]);
    const isIons = id !== 0 && nameOf(id).kind === Kind.rangeVariable && nameOf(id).mechanism > 3;
    if (!isIons)
      throw new ArgumentTypeError(
        `nernst: expected the name of an ion's variable, such as "ena", got ${described(args[0])}.`,
      );
  },
  section_exists(args) {
    if (typeof args[0] === "string" && args[0].length > 90)
      throw outOfRange("section_exists", "at most 90 characters", args[0]);
  },
  setdata_feature: () => unusable("it is of NEURON's own use")([], "setdata_feature", undefined as never),
};

/** A template whose text comes in pieces: NEURON forgets between them that it is in one, and dies at the end. */
export function checkTemplates(code: string): void {
  if (!code.includes("template")) return;
  const words = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"[^"\n]*"/gm, "");
  const count = (word: string) => words.match(new RegExp(`(^|[^\\w])${word}\\b`, "g"))?.length ?? 0;
  const [begun, ended] = [count("begintemplate"), count("endtemplate")];
  if (begun !== ended)
    throw new HocError(
      `h(code): it begins ${begun} and ends ${ended} ${plural(ended, "template")}: a template's text must come whole.`,
    );
}

/** Classes, by name: what their constructors need. */
export const constructorGuards: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
  LinearMechanism(args) {
    const at = typeof args[0] === "function" || Array.isArray(args[0]) || typeof args[0] === "string" ? 1 : 0;
    for (let i = at; i < Math.min(args.length, at + 4); i++)
      object(i, "Matrix", "Vector")(args, "LinearMechanism", undefined as never);
  },
  Matrix(args) {
    for (const arg of args.slice(0, 2))
      if (typeof arg === "number" && !(Number.isInteger(arg) && arg >= 1 && arg <= 1e9))
        throw outOfRange("Matrix", "whole numbers of rows and columns, from 1 on", arg);
  },
  StateTransitionEvent(args) {
    if (args.length > 1) located(args.slice(1), "StateTransitionEvent", undefined as never);
  },
  Timer(args) {
    if (args.length > 0) callback(0)(args, "Timer", undefined as never);
  },
  FInitializeHandler(args) {
    const last = typeof args[0] === "number" ? 1 : 0;
    if (args.length > last) callback(last)(args, "FInitializeHandler", undefined as never);
  },
};
