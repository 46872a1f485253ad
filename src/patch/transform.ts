// Duck typing: what stands for an object in NEURON, asked by its magic methods; and what a thing is.
import { described } from "../core/arguments.js";
import { HocRecordError, TransformError } from "../core/errors.js";
import { entryFor } from "../hoc/classes.js";
import { DensityMechanism, isMechanismName, Mechanism } from "../hoc/mechanism.js";
import { lookup } from "../hoc/names.js";
import { HocObject, infoOf } from "../hoc/object.js";
import { Pointer } from "../hoc/pointer.js";
import { isSection as isSectionObject, type Section } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { standIn } from "../hoc/transfer.js";

type Method = (...args: unknown[]) => unknown;

/** A method that the object has, its class's or its own; NEURON's objects are asked without a miss. */
export function method(object: unknown, name: string): Method | undefined {
  if ((typeof object !== "object" && typeof object !== "function") || object === null || !(name in object))
    return undefined;
  const found = (object as Record<string, unknown>)[name];
  return typeof found === "function" ? (found as Method) : undefined;
}

/** What stands for `value` in NEURON: the result of its `__neuron__()`, or the value itself. */
export function transform<T>(value: T): T extends { __neuron__(): infer R } ? R : T {
  return standIn(value) as never;
}

/** What a NetCon listens to: the result of `__netcon__()`, else as `transform`. */
export function transformNetcon(value: unknown): unknown {
  const own = method(value, "__netcon__");
  if (own === undefined) return standingFor(value, transformNetcon);
  const source = own.call(value);
  return source === value ? transform(value) : transformNetcon(source);
}

/** What stands for the value is asked in its turn: a section may say what it is as a source, whoever it stands for. */
function standingFor(value: unknown, ask: (value: unknown) => unknown): unknown {
  const standing: unknown = transform(value);
  return standing === value ? value : ask(standing);
}

/** What a Vector records: the result of `__record__()`, else as `transform`. */
export function transformRecord(value: unknown): unknown {
  const own = method(value, "__record__");
  if (own === undefined) return standingFor(value, transformRecord);
  const target = own.call(value);
  return target === value ? transform(value) : transformRecord(target);
}

/**
 * The segment that is meant: the value's own, or the one at its `__arc__()` (0.5 of a section).
 * @throws TransformError for what has no place
 */
export function transformArc(value: unknown, ...args: unknown[]): Segment {
  const standing = value instanceof Segment ? value : placeOf(value, args);
  if (standing instanceof Segment) return standing;
  throw new TransformError(
    `Expected a section, a segment, or an object with __arc__ or __neuron__, got ${described(value)}.`,
  );
}

function placeOf(value: unknown, args: unknown[]): unknown {
  const arc = method(value, "__arc__");
  if (arc !== undefined) {
    const x = arc.apply(value, args);
    if (typeof x !== "number") return x === value ? undefined : transformArc(x);
    const section = transform(value);
    if (!isSectionObject(section))
      throw new TransformError(`__arc__() gave ${x}, but ${described(value)} stands for no section (__neuron__).`);
    return section(x);
  }
  const standing = transform(value);
  if (standing instanceof Segment) return standing;
  return isSectionObject(standing) ? standing(0.5) : undefined;
}

/** The pointer that is recorded; what has none is refused with the reason. */
export function recordable(value: unknown): Pointer {
  if (value === null || value === undefined)
    throw new HocRecordError(`Expected something to record, got ${described(value)}.`);
  if (typeof value === "number")
    throw new HocRecordError(`${value} is a number, not a place: record soma(0.5)._ref_v, not soma(0.5).v.`);
  const target = transformRecord(value);
  if (target instanceof Pointer) return target;
  if (typeof target === "number")
    throw new HocRecordError(`__record__() gave the number ${target}, not a pointer such as soma(0.5)._ref_v.`);
  throw new HocRecordError(
    `${target instanceof HocObject ? String(target) : described(target)} cannot be recorded: it has no __record__ and is no pointer.`,
  );
}

export function isSection(value: unknown): value is Section {
  return isSectionObject(standIn(value));
}
export function isSegment(value: unknown): value is Segment {
  return standIn(value) instanceof Segment;
}
/** A pointer to a number, such as `soma(0.5)._ref_v`. */
export function isNrnScalar(value: unknown): value is Pointer {
  return standIn(value) instanceof Pointer;
}

/** A point process (no artificial cell): one itself, its class, or its name. */
export function isPointProcess(value: unknown): boolean {
  const standing = standIn(value);
  if (typeof standing === "string") {
    const name = lookup(standing);
    return name?.isPointProcess === true && !name.isArtificial;
  }
  if (standing instanceof HocObject) return isPointProcess(infoOf(standing).name);
  const name = typeof standing === "function" ? (standing as { name?: unknown }).name : undefined;
  return (
    typeof name === "string" &&
    name !== "" &&
    isPointProcess(name) &&
    entryFor(name).make.prototype === (standing as { prototype?: object }).prototype
  );
}

/** A density mechanism: one at a segment, `h.hh`, or its name. */
export function isDensityMechanism(value: unknown): boolean {
  if (typeof value === "string") {
    const name = lookup(value);
    return name !== undefined && isMechanismName(value);
  }
  return value instanceof DensityMechanism || value instanceof Mechanism;
}
