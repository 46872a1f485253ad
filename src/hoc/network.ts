// NetCon, FInitializeHandler and ParallelContext: where they differ from any other object.

import { finite, isPlain } from "../core/arguments.js";
import { HocConnectError } from "../core/errors.js";
import { hooks, kinds, native, numbers } from "../engine/engine.js";
import { register } from "./classes.js";
import { prepare } from "./construct.js";
import { depend, independ, kOwnerGone } from "./dependents.js";
import { STRIDE, Standing } from "./kinds.js";
import { idOf } from "./member.js";
import { HocObject, handleOf, infoOf, invokeNamed, isHocObject, keep } from "./object.js";
import { RangePointer } from "./pointer.js";
import { receivesEvents } from "./receives.js";
import { kLine, markClass } from "./root.js";
import { beforeRun, hasVariableStep, refuseInRun } from "./run.js";
import { serialise } from "./threads.js";
import { Structural, standIn } from "./transfer.js";

export class NetConObject extends HocObject {
  /** Its source or target is gone: a connection without one is none. */
  [kOwnerGone](): void {
    if (native.standing(handleOf(this)) === Standing.ours) this.dispose();
  }

  /** Changes its target; null: none. */
  setpost(given: unknown = null): number {
    const target = standIn(given);
    const before = invokeNamed(this, "syn", []) as object | null;
    if (target === before) return 0; // NEURON would lose count of who points to it
    assertReceives(target);
    const result = invokeNamed(this, "setpost", [target]) as number;
    independ(before ?? undefined, this);
    if (!isHocObject(target)) return result;
    depend(target, this);
    keep(this, [target]);
    return result;
  }

  override [kLine](): string {
    if (!native.alive(handleOf(this))) return this.toString();
    const target = invokeNamed(this, "syn", []);
    return `${this.toString()}  → ${target === null ? "(no target)" : String(target)}`;
  }
}

/** NetCon's threshold, delay and weight, as NEURON knows them. */
let ids: readonly number[] = [];

function put(i: number, id: number, index: number, value: number): number {
  kinds[i] = id;
  numbers[i * STRIDE] = index;
  numbers[i * STRIDE + 1] = value;
  return i + 1;
}

/** Sets in one go what is given of a NetCon's threshold, mV, delay, ms, and weights. */
export function setNetCon(
  netcon: HocObject,
  threshold: number | undefined,
  delay: number | undefined,
  weights: readonly number[] = [],
): void {
  if (ids.length === 0) ids = ["threshold", "delay", "weight"].map((name) => idOf(netcon, name));
  const [ofThreshold, ofDelay, ofWeight] = ids as [number, number, number];
  let count = 0;
  if (threshold !== undefined) count = put(count, ofThreshold, -1, threshold);
  if (delay !== undefined) count = put(count, ofDelay, -1, delay);
  for (let i = 0; i < weights.length; i++) count = put(count, ofWeight, i, weights[i] as number);
  if (count > 0) native.setNumbers(handleOf(netcon), count);
}

/** A user's object that says what its spikes are (`__netcon__`) counts wherever a source is asked for. */
prepare.set("NetCon", (args) => {
  const given = args[0];
  if (args.length > 0) args[0] = asSource(given);
  assertReceives(standIn(args[1]));
  const pointer = args[0];
  const isImplied = pointer !== given && pointer instanceof RangePointer && !isPlain(args[args.length - 1]);
  return isImplied ? [...args, { sec: pointer.place.section }] : args;
});

/** NEURON leaves a target with a pointer to the NetCon that came to nothing. */
function assertReceives(target: unknown): void {
  if (isHocObject(target) && infoOf(target).isPointProcess && !receivesEvents(infoOf(target).name))
    throw new HocConnectError(`NetCon: ${String(target)} receives no events: it has no NET_RECEIVE.`);
}

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
    if (args.length > 0) refuseInRun(`${String(this)}.nthread`);
    const result = invokeNamed(this, "nthread", args) as number;
    serialise();
    return result;
  }

  /** Runs the model in CoreNEURON. */
  nrncore_run(...args: unknown[]): unknown {
    beforeRun("nrncore_run");
    return invokeNamed(this, "nrncore_run", args, true);
  }

  /**
   * Advances to `tstop`, ms. NEURON looks at no interruption before it has made all steps: on one rank and at fixed step
   * it is asked for them in portions, which changes no number, so that Ctrl-C comes through.
   */
  psolve(...args: unknown[]): unknown {
    beforeRun("psolve");
    const [tstop] = args;
    if (args.length === 1) finite(`${String(this)}.psolve: tstop`, tstop);
    if (args.length !== 1 || typeof tstop !== "number" || !inPortions()) return invokeNamed(this, "psolve", args, true);
    let steps = 1000;
    for (;;) {
      const dt = variable("dt");
      const next = variable("t") + steps * dt;
      if (!(next < tstop - dt)) return invokeNamed(this, "psolve", args, true);
      const started = performance.now();
      invokeNamed(this, "psolve", [next], true);
      if (performance.now() - started < 50) steps *= 2;
    }
  }
}

function variable(name: "t" | "dt"): number {
  return native.scalar(native.lookup(name)) as number;
}

function inPortions(): boolean {
  if (native.ranks()[0] > 1 || (hooks.coreEnabled as () => number)() === 1) return false;
  return !hasVariableStep();
}

markClass(NetConObject);
register("NetCon", NetConObject as new (...args: unknown[]) => HocObject);
register("ParallelContext", ParallelContextObject as new (...args: unknown[]) => HocObject);
