// The errors of the package. Each has a stable code; docs/errors.md tells its cause and cure.

export interface PatchErrorOptions extends ErrorOptions {
  readonly code?: string;
}

/** Everything that goes wrong between a model and NEURON. */
export class PatchError extends Error {
  /** Stable over versions: `ERR_PATCH_…`. */
  readonly code: string;

  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code ?? "ERR_PATCH";
  }

  static {
    // On the prototype, so that it is no own field of every error.
    Object.defineProperty(PatchError.prototype, "name", { value: "PatchError", configurable: true, writable: true });
  }
}

function named(cls: { prototype: object }, name: string): void {
  Object.defineProperty(cls.prototype, "name", { value: name, configurable: true, writable: true });
}

/** NEURON cannot be found, loaded or used here, or is used already. */
export class EngineError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_ENGINE", ...options });
  }
}

/** NEURON's interpreter refused: the message holds all that it said. */
export class HocError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_HOC", ...options });
  }
}

/** Sections cannot be connected in this way. */
export class HocConnectError extends HocError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_HOC_CONNECT", ...options });
  }
}

/** This cannot be recorded. */
export class HocRecordError extends HocError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_HOC_RECORD", ...options });
  }
}

/** A section was needed and there is none, or the process is in none. */
export class HocSectionAccessError extends HocError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_SECTION_ACCESS", ...options });
  }
}

/** The thing behind this object was disposed, or HOC deleted it. */
export class DisposedError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_DISPOSED", ...options });
  }
}

/** The simulation cannot go on like this: a change of structure in mid-run, a pointer that points to nothing, Ctrl-C. */
export class SimulationError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_SIMULATION", ...options });
  }
}

/** A name that NEURON does not know here, read or written. */
export class NameError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_NAME", ...options });
  }
}

/** A value of the wrong type: JavaScript's TypeError, with a code. */
export class ArgumentTypeError extends TypeError {
  readonly code = "ERR_PATCH_TYPE";
}

/** A value out of range: JavaScript's RangeError, with a code. */
export class ArgumentRangeError extends RangeError {
  readonly code = "ERR_PATCH_RANGE";
}

/** The error that belongs to a code; the native layer names its errors so. */
export function errorFor(code: string, message: string): Error {
  switch (code) {
    case "ERR_PATCH_TYPE":
      return new ArgumentTypeError(message);
    case "ERR_PATCH_RANGE":
      return new ArgumentRangeError(message);
    case "ERR_PATCH_NAME":
      return new NameError(message);
    case "ERR_PATCH_DISPOSED":
      return new DisposedError(message);
    case "ERR_PATCH_SIMULATION":
    case "ERR_PATCH_INTERRUPTED":
      return new SimulationError(message, { code });
    case "ERR_PATCH_DISPLAY":
      return new PatchError(message, { code });
    case "ERR_PATCH_HOC_CONNECT":
      return new HocConnectError(message);
    case "ERR_PATCH_HOC_RECORD":
      return new HocRecordError(message);
    case "ERR_PATCH_SECTION_ACCESS":
      return new HocSectionAccessError(message);
    case "ERR_PATCH_ENGINE":
    case "ERR_PATCH_CRASH":
      return new EngineError(message, { code });
    default:
      return new HocError(message);
  }
}

/** The object cannot be an end of a connection. */
export class NotConnectableError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_NOT_CONNECTABLE", ...options });
  }
}

/** The two are not connected. */
export class NotConnectedError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_NOT_CONNECTED", ...options });
  }
}

/** Nothing in NEURON stands for the object, or not what is needed here. */
export class TransformError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_TRANSFORM", ...options });
  }
}

/** The simulation was not initialised yet. */
export class UninitializedError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_UNINITIALIZED", ...options });
  }
}

/** Something that concerns several processes. */
export class ParallelError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_PARALLEL", ...options });
  }
}

/** A gid is missing, given twice, or there are two where one belongs. */
export class ParallelConnectError extends ParallelError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_PARALLEL_CONNECT", ...options });
  }
}

/** The value cannot travel between processes. */
export class BroadcastError extends ParallelError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_PATCH_BROADCAST", ...options });
  }
}

/** Something that concerns mechanisms as packages. */
export class GliaError extends PatchError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA", ...options });
  }
}

/** A place in a source at which a compiler stopped. */
export interface SourceProblem {
  readonly file: string;
  /** Undefined where only the line of a translation is known. */
  readonly line: number | undefined;
  readonly text: string;
}

/** Mechanisms could not be compiled; the message names file and line. */
export class CompileError extends GliaError {
  readonly problems: readonly SourceProblem[];

  constructor(message: string, options: PatchErrorOptions & { readonly problems?: readonly SourceProblem[] } = {}) {
    super(message, { code: "ERR_GLIA_COMPILE", ...options });
    this.problems = options.problems ?? [];
  }
}

/** It is not clear which mechanism is meant. */
export class ResolveError extends GliaError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA_RESOLVE", ...options });
  }
}

/** Several mechanisms fit. */
export class TooManyMatchesError extends ResolveError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA_TOO_MANY", ...options });
  }
}

/** The asset is known, but none of it fits. */
export class NoMatchesError extends ResolveError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA_NO_MATCH", ...options });
  }
}

/** No package offers an asset of this name. */
export class UnknownAssetError extends ResolveError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA_UNKNOWN", ...options });
  }
}

/** A package is not as a mechanism package should be. */
export class PackageError extends GliaError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA_PACKAGE", ...options });
  }
}

/** A file is not NMODL. */
export class NmodlError extends GliaError {
  constructor(message: string, options: PatchErrorOptions = {}) {
    super(message, { code: "ERR_GLIA_NMODL", ...options });
  }
}

for (const [name, cls] of Object.entries({
  EngineError,
  HocError,
  HocConnectError,
  HocRecordError,
  HocSectionAccessError,
  DisposedError,
  SimulationError,
  NameError,
  NotConnectableError,
  NotConnectedError,
  TransformError,
  UninitializedError,
  ParallelError,
  ParallelConnectError,
  BroadcastError,
  GliaError,
  CompileError,
  ResolveError,
  TooManyMatchesError,
  NoMatchesError,
  UnknownAssetError,
  PackageError,
  NmodlError,
}))
  named(cls, name);
named(ArgumentTypeError, "TypeError");
named(ArgumentRangeError, "RangeError");
