// NEURON's threads and JavaScript's one.
import { native } from "../engine/engine.js";
import { callbacks } from "./transfer.js";

/** NEURON calls some functions on its own threads, and JavaScript lives on one: then NEURON's threads take turns. */
export function serialise(): void {
  const count = native.threads();
  if (callbacks.given && count > 1) native.setThreads(count, false);
}
callbacks.onFunction = () => {
  if (native.threads?.() > 1) native.setThreads(native.threads(), false);
};
