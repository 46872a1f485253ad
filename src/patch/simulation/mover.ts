// How the model is moved on in one process: by NEURON's own step(), or by CVode where each cell has a step of its own.
import { advancing } from "../../hoc/claim.js";
import { h } from "../../hoc/h.js";
import type * as neuron from "../../hoc/neuron/index.js";
import { beforeRun } from "../../hoc/run.js";
import { untyped } from "../../hoc/untyped.js";

/** Moves the model towards a time; never past the end of the run, and never to a step that a plain run would not make. */
export interface Mover {
  /** Time steps made; NaN where they are not counted. */
  readonly steps: number;
  /** One piece: up to the time, ms, or for about so many seconds. */
  advance(target: number, seconds: number): void;
  /** Whether the model is as near to the time as it will come. */
  isAt(target: number): boolean;
  /** How far beyond the present time, ms, a time still counts as reached. */
  reach(): number;
  /** What belongs to the end of the whole run. */
  finish(): void;
}

/**
 * A piece in HOC's own words, as fast as continuerun: whole calls of step(), which a model may have written anew.
 * Arguments: the time to reach, ms, and the seconds to spend. Gives the calls made.
 */
const piece = `
func nrn_patch_piece() { local calls, until
  calls = 0
  until = startsw() + $2
  while (t < $1 && stoprun == 0) {
    step()
    calls += 1
    if (startsw() > until) { break }
  }
  return calls
}`;
let isDefined = false;

/** The fixed step and CVode's: every step is one that NEURON's continuerun makes, and to the same end. */
export class Stepping implements Mover {
  steps = 0;
  readonly #stop: number;
  /** continuerun goes on while t is smaller. */
  readonly #last: number;
  /** Whether continuerun knows of CVode: then it stops at the time, and passes it by part of a step otherwise. */
  readonly #isExact = knowsCVode();

  constructor(stop: number) {
    if (!isDefined) isDefined = h(piece);
    this.#stop = stop;
    this.#last = this.#isExact ? stop : stop - h.dt / 2;
    untyped(h).stoprun = 0;
    if (this.#isExact) endAt(stop);
  }

  advance(target: number, seconds: number): void {
    const calls = advancing(() => {
      beforeRun("continuerun");
      return untyped(h).nrn_patch_piece(this.#limit(target), seconds) as number;
    });
    this.#count(calls);
  }

  isAt(target: number): boolean {
    return !isBefore(h.t, this.#limit(target));
  }

  reach(): number {
    return variableStep() ? 0 : h.dt / 2;
  }

  finish(): void {
    if (!this.#isExact || isBefore(h.t, this.#last) || untyped(h).stoprun !== 0) return;
    // The event at the end: so that everything is recorded there.
    advancing(() => {
      beforeRun("continuerun");
      untyped(h).step();
    });
    this.#count(1);
  }

  #limit(target: number): number {
    if (target >= this.#stop) return this.#last;
    return Math.min(target - this.reach(), this.#last);
  }

  #count(calls: number): void {
    this.steps += this.#isExact ? calls : calls * (untyped(h).nstep_steprun as number);
  }
}

/** As HOC compares: what is that near counts as the same. */
function isBefore(a: number, b: number): boolean {
  return a < b - h.float_epsilon;
}

/** CVode's local step where continuerun knows of it: the cells are brought to a common time at the end of each piece. */
export class Solving implements Mover {
  readonly steps = Number.NaN;
  readonly #stop: number;
  readonly #portion = new Portion(0.1);

  constructor(stop: number) {
    this.#stop = stop;
    untyped(h).stoprun = 0;
    endAt(stop);
  }

  advance(target: number, seconds: number): void {
    const from = h.t;
    const next = from + this.#portion.size;
    const end = next < target ? next : Math.min(target, this.#stop);
    this.#portion.fit(end - from, seconds, () =>
      advancing(() => {
        beforeRun("continuerun");
        integrator().solve(end);
      }),
    );
  }

  isAt(target: number): boolean {
    return !isBefore(h.t, Math.min(target, this.#stop));
  }

  reach(): number {
    return 0;
  }

  finish(): void {}
}

/** How much to ask for where it cannot be stopped in between: by what the last one took, and at most four times that. */
export class Portion {
  size: number;

  constructor(first: number) {
    this.size = first;
  }

  fit(made: number, seconds: number, action: () => void): void {
    const started = performance.now();
    action();
    const took = (performance.now() - started) / 1000;
    const factor = took > 0 ? seconds / took : 4;
    // A last, small one says nothing of the others.
    if (made >= this.size || factor < 1) this.size = made * Math.min(4, Math.max(factor, 1 / 16));
  }
}

let cvode: neuron.CVode | undefined;
function integrator(): neuron.CVode {
  cvode ??= h.CVode();
  return cvode;
}

export function variableStep(): boolean {
  return Boolean(integrator().active());
}

/** The standard run system's own mark, which h.cvode_active(1) sets and the method of CVode does not. */
function knowsCVode(): boolean {
  return untyped(h).using_cvode_ !== 0;
}

/** The mover with which NEURON's continuerun would go. */
export function moverOfOne(stop: number): Mover {
  return knowsCVode() && integrator().use_local_dt() ? new Solving(stop) : new Stepping(stop);
}

function endAt(stop: number): void {
  integrator().event(stop);
}
