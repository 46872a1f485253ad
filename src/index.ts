// The public module: names only.
import "./hoc/vector.js";
import "./hoc/lists.js";
import "./hoc/network.js";
import "./hoc/process.js";
import "./hoc/host.js";

export {
  ArgumentRangeError,
  ArgumentTypeError,
  DisposedError,
  EngineError,
  HocConnectError,
  HocError,
  HocRecordError,
  HocSectionAccessError,
  NameError,
  PatchError,
  SimulationError,
} from "./core/errors.js";
export type { PrintListener, PrintStream } from "./engine/print.js";
export { coreneuron } from "./hoc/coreneuron.js";
export { h } from "./hoc/h.js";
export type * from "./hoc/neuron/index.js";
export { HocObject } from "./hoc/object.js";
export { Pointer, Ref } from "./hoc/pointer.js";
export { Section, type SectionOptions } from "./hoc/section.js";
export { Segment } from "./hoc/segment.js";
export { units } from "./hoc/units.js";
export { untyped } from "./hoc/untyped.js";
