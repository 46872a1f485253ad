// NetCon, FInitializeHandler and ParallelContext: where they differ from any other object.
import { native } from "../engine/engine.js";
import { register } from "./classes.js";
import { kOwnerGone } from "./dispose.js";
import { HocObject, handleOf, invokeNamed, prepare } from "./object.js";
import { kLine } from "./root.js";
import { callbacks, Structural, standIn } from "./transfer.js";

export class NetConObject extends HocObject {
  /** Its source or target is gone: a connection without one is none. */
  [kOwnerGone](): void {
    const handle = handleOf(this);
    if (native.alive(handle) && native.isOwned(handle) && native.refCount(handle) === 1) this.dispose();
  }

  override [kLine](): string {
    if (!native.alive(handleOf(this))) return this.toString();
    const target = invokeNamed(this, "syn", []);
    return `${this.toString()}  → ${target === null ? "(no target)" : String(target)}`;
  }
}

/** A user's object that says what its spikes are (`__netcon__`) counts wherever a source is asked for. */
prepare.set("NetCon", (args) => {
  const [source, ...rest] = args;
  return [asSource(source), ...rest];
});

function asSource(source: unknown): unknown {
  if ((typeof source === "object" || typeof source === "function") && source !== null && "__netcon__" in source) {
    const own = source as { __netcon__: unknown };
    if (typeof own.__netcon__ === "function") return standIn(own.__netcon__());
  }
  return source;
}

/** A handler of type 3 is called before everything else of an initialisation: the model may still change its structure. */
prepare.set("FInitializeHandler", (args) => {
  const [type, callback, ...rest] = args;
  const isCallback = typeof callback === "function" || Array.isArray(callback);
  return type === 3 && isCallback ? [type, new Structural(callback), ...rest] : args;
});

export class ParallelContextObject extends HocObject {
  /** The number of threads; with JavaScript callbacks in the model they take turns on this one. */
  nthread(...args: unknown[]): number {
    const result = invokeNamed(this, "nthread", args) as number;
    serialise();
    return result;
  }
}

/** NEURON calls some functions on its own threads, and JavaScript lives on one: then NEURON's threads take turns. */
export function serialise(): void {
  const count = native.threads();
  if (callbacks.given && count > 1) native.setThreads(count, false);
}
callbacks.onFunction = () => {
  if (native.threads?.() > 1) native.setThreads(native.threads(), false);
};

register("NetCon", NetConObject as new (...args: unknown[]) => HocObject);
register("ParallelContext", ParallelContextObject as new (...args: unknown[]) => HocObject);
