// NetCon, FInitializeHandler and ParallelContext: where they differ from any other object.
import { hooks, native } from "../engine/engine.js";
import { register } from "./classes.js";
import { kOwnerGone } from "./dispose.js";
import { Standing } from "./kinds.js";
import { HocObject, handleOf, invokeNamed, prepare } from "./object.js";
import { kLine } from "./root.js";
import { beforeRun } from "./run.js";
import { serialise } from "./threads.js";
import { Structural, standIn } from "./transfer.js";

export class NetConObject extends HocObject {
  /** Its source or target is gone: a connection without one is none. */
  [kOwnerGone](): void {
    if (native.standing(handleOf(this)) === Standing.ours) this.dispose();
  }

  override [kLine](): string {
    if (!native.alive(handleOf(this))) return this.toString();
    const target = invokeNamed(this, "syn", []);
    return `${this.toString()}  → ${target === null ? "(no target)" : String(target)}`;
  }
}

/** A user's object that says what its spikes are (`__netcon__`) counts wherever a source is asked for. */
prepare.set("NetCon", (args) => {
  if (args.length > 0) args[0] = asSource(args[0]);
  return args;
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
  return native.call(native.lookup("cvode_active"), 0, undefined, 0) === 0;
}

register("NetCon", NetConObject as new (...args: unknown[]) => HocObject);
register("ParallelContext", ParallelContextObject as new (...args: unknown[]) => HocObject);
