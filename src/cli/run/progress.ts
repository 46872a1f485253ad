// How far a run is, on a terminal, whoever began it: a button of the model's, or this command.
import { Progress } from "../output.js";
import type { Interpreter } from "./actions.js";

/** Shows it until the function that is returned is called. Elsewhere than on a terminal nothing is shown. */
export function showProgress(h: Interpreter, whileRunning: (listener: () => void) => () => void): () => void {
  if (process.stderr.isTTY !== true) return () => {};
  const progress = new Progress();
  let started = performance.now();
  let last = Number.POSITIVE_INFINITY;
  const stop = whileRunning(() => {
    const [t, end] = [h.t as number, h.tstop as number];
    if (t < last) started = performance.now();
    last = t;
    if (!(end > 0) || t >= end) return progress.end();
    const seconds = (performance.now() - started) / 1000;
    const left = t > 0 ? `, ${(seconds * (end / t - 1)).toFixed(0)} s left` : "";
    progress.show(`${((100 * t) / end).toFixed(0).padStart(3)} %  ${t.toFixed(1)} of ${end} ms${left}`);
  });
  return () => {
    stop();
    progress.end();
  };
}
