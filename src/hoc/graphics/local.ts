// Curves under CVode's local step: each cell has its own times, so a pair of Vectors follows each variable.
import { native } from "../../engine/engine.js";
import { memberOf } from "../names.js";
import { type HocObject, handleOf, infoOf } from "../object.js";
import { numbersOf, vectors } from "./live.js";

export class LocalRecording {
  readonly #y: HocObject;
  readonly #t: HocObject;

  constructor(y: HocObject, t: HocObject) {
    this.#y = y;
    this.#t = t;
  }
  points(): [x: Float64Array, y: Float64Array] {
    return [numbersOf(this.#t), numbersOf(this.#y)];
  }
  end(): void {
    this.#y.dispose();
    this.#t.dispose();
  }
}

/** `undefined` for an expression that is more than one variable. */
export function recordLocally(graph: number, index: number): LocalRecording | undefined {
  const [y, t, cvode] = [vectors.make(), vectors.make(), vectors.cvode()];
  const record = memberOf(infoOf(cvode).symbol, "record", handleOf(cvode))?.id ?? 0;
  const recording = new LocalRecording(y, t);
  try {
    if (native.recordCurve(graph, index, handleOf(cvode), record, handleOf(y), handleOf(t))) return recording;
  } catch {
    // Its text is no variable's name.
  }
  recording.end();
  return undefined;
}
