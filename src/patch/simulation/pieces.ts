// A run in pieces: begins, moves on by about 50 ms of real time, lets the event loop live, and ends in good order.
import { ParallelError } from "../../core/errors.js";
import { advancing, claim, refuseMeanwhile, release } from "../../hoc/claim.js";
import { h } from "../../hoc/h.js";
import { refuseInRun } from "../../hoc/run.js";
import { untyped } from "../../hoc/untyped.js";
import { count, pc, together } from "../together.js";
import { Interrupt } from "./interrupt.js";
import { type Mover, moverOfOne } from "./mover.js";
import type { Checked, SimulationReport, SimulationStep } from "./options.js";
import { Progress } from "./progress.js";
import { Together, Wish } from "./ranks.js";
import { begins, ended, moved, pieceLength, pieceTime } from "./watch.js";

export class Pieces {
  readonly #options: Checked;
  readonly #started = performance.now();
  readonly #from: number;
  readonly #stop: number;
  readonly #mover: Mover;
  readonly #interrupt = new Interrupt();
  readonly #progress: Progress | undefined;
  #isDone = false;
  /** Whether the other ranks know that it is over. */
  #isTold = false;

  /** Takes the simulation, and initialises it with `initialise` unless it is to go on. */
  constructor(options: Checked, initialise: () => void) {
    const { name, duration, reset } = options;
    this.#options = options;
    together(name, () => {
      refuseInRun(name);
      refuseMeanwhile(name);
      options.signal?.throwIfAborted();
    });
    let stop = Number.NaN;
    claim(() => (Number.isNaN(stop) ? `${name} initialises` : `${name} is at ${near(h.t)} of ${near(stop)} ms`));
    try {
      begins(reset, (reset ? 0 : h.t) + (duration ?? h.tstop));
      if (reset) advancing(initialise);
      this.#from = h.t;
      const length = duration ?? h.tstop;
      stop = reset ? length : h.t + length;
      this.#stop = stop;
      this.#mover = together(name, () => moverTo(name, stop));
      // One bar for all ranks.
      if (options.progress && (count() === 1 || pc().id() === 0)) this.#progress = new Progress();
    } catch (error) {
      this.#interrupt.dispose();
      release();
      ended();
      throw error;
    }
  }

  /** Each report, to the end. Whoever leaves the loop, or throws, ends the run there. */
  async *reports(): AsyncGenerator<SimulationStep, void, undefined> {
    try {
      while (!this.#isDone) {
        await othersLive();
        if (!this.#agree()) return;
        const target = this.#nextReport();
        this.#piece(this.#endOfPiece(target));
        await this.#untilGoneOn(moved());
        const step = this.#step();
        this.#progress?.show(step);
        if (!this.#isDone && this.#options.every !== undefined && !this.#mover.isAt(target)) continue;
        if (await this.#untilGoneOn(this.#options.onProgress?.(step))) this.#throwIfStopped();
        yield step;
      }
    } catch (error) {
      this.#tell(Wish.fail);
      throw error;
    } finally {
      this.#end();
    }
  }

  /** Whoever makes it wait: an abort and Ctrl-C come through. Whether one of these did. */
  async #untilGoneOn(wait: unknown): Promise<boolean> {
    if (wait === undefined) return false;
    const { signal } = this.#options;
    let stop: () => void = () => {};
    let isStopped = false;
    const stopped = new Promise<void>((resolve) => {
      stop = () => {
        isStopped = true;
        resolve();
      };
    });
    signal?.addEventListener("abort", stop);
    this.#interrupt.told = stop;
    try {
      await Promise.race([wait, stopped]);
    } finally {
      signal?.removeEventListener("abort", stop);
      this.#interrupt.told = undefined;
    }
    return isStopped;
  }

  #throwIfStopped(): void {
    const { signal } = this.#options;
    this.#interrupt.check();
    if (signal?.aborted) throw signal.reason;
  }

  #end(): void {
    this.#tell(Wish.leave);
    this.#interrupt.dispose();
    this.#progress?.end();
    release();
    ended();
  }

  report(): SimulationReport {
    return { t: h.t, steps: this.#mover.steps, wallTime: this.#elapsed() };
  }

  /** Whether all go on. Throws what stopped this rank, or that another failed. */
  #agree(): boolean {
    this.#throwIfStopped();
    if (!(this.#mover instanceof Together)) return true;
    const wish = this.#mover.agree(Wish.goOn);
    this.#isTold = wish !== Wish.goOn;
    if (wish === Wish.fail)
      throw new ParallelError(`${this.#options.name}: it was stopped on another rank, whose error says why.`);
    return wish === Wish.goOn;
  }

  #tell(wish: Wish): void {
    if (this.#isDone || this.#isTold || !(this.#mover instanceof Together)) return;
    this.#isTold = true;
    this.#mover.agree(wish);
  }

  #piece(target: number): void {
    const mover = this.#mover;
    mover.advance(target, pieceLength());
    const isStopped = untyped(h).stoprun !== 0;
    this.#isDone = isStopped || mover.isAt(this.#stop);
    if (this.#isDone) mover.finish();
    if (count() === 1) untyped(h)[this.#isDone ? "flushPlot" : "screen_update"]();
    untyped(h).realtime = this.#elapsed();
  }

  /** The first of the times of reports that is not reached yet. */
  #nextReport(): number {
    const { every } = this.#options;
    if (every === undefined) return this.#stop;
    const passed = Math.floor((h.t + this.#mover.reach() - this.#from) / every);
    let target = this.#from + (passed + 1) * every;
    if (this.#mover.isAt(target)) target += every; // the division was rounded down
    // A step at least, also where `every` is too small to be added to the time.
    const step = Math.max(2 * this.#mover.reach(), 4 * h.float_epsilon);
    return Math.min(this.#stop, Math.max(target, h.t + step));
  }

  /** Who looks on may want shorter pieces than there are reports; each makes a step at least. */
  #endOfPiece(target: number): number {
    return Math.min(target, h.t + Math.max(pieceTime(), 2 * this.#mover.reach()));
  }

  #step(): SimulationStep {
    const { t } = h;
    const elapsed = this.#elapsed();
    const done = t - this.#from;
    const all = this.#stop - this.#from;
    const fraction = this.#mover.isAt(this.#stop) ? 1 : Math.min(1, Math.max(0, done / all));
    const remaining = fraction === 1 ? 0 : (elapsed * (1 - fraction)) / fraction;
    return { t, stop: this.#stop, fraction, elapsed, remaining };
  }

  #elapsed(): number {
    return (performance.now() - this.#started) / 1000;
  }
}

function moverTo(name: string, stop: number): Mover {
  if (count() > 1) {
    assertSame(name, stop);
    return new Together(stop);
  }
  return moverOfOne(stop);
}

/** Ranks that wait for each other have to run for the same time. */
function assertSame(name: string, stop: number): void {
  const [least, most] = [pc().allreduce(stop, 3), pc().allreduce(stop, 2)];
  if (least !== most)
    throw new ParallelError(
      `${name}: all ranks must run to the same time, and one is to stop at ${least} ms, one at ${most}.`,
    );
}

function near(ms: number): number {
  return Number(ms.toPrecision(6));
}

function othersLive(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
