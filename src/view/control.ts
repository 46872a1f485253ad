// Run, pause, stop, restart and speed: of a run that the page starts, and of one that the program makes itself.
import { isClaimed } from "../hoc/claim.js";
import { h } from "../hoc/h.js";
import { untyped } from "../hoc/untyped.js";
import { simulate } from "../patch/simulate.js";
import { type Watcher, watchPieces } from "../patch/simulation/watch.js";
import type { StateMessage, Status } from "./protocol.js";

export interface Shown {
  /** Whether anybody looks on. */
  isWatched(): boolean;
  begins(isReset: boolean): void;
  moved(): void;
  /** The state has changed, or the run is over. */
  changed(): void;
  problem(error: unknown): void;
}

/** Between two frames, ms; a piece of a run is no longer. */
export const frameTime = 1000 / 30;

export class Control implements Watcher {
  readonly #shown: Shown;
  readonly #vInit: number | undefined;
  readonly #unwatch: () => void;
  #status: Status = "idle";
  #isOwn = false;
  #own: Promise<void> = Promise.resolve();
  #duration: number | undefined;
  #stop = 0;
  #speed = 0;
  #goOn: (() => void) | undefined;
  /** Where model time and real time stood when the speed was last set, or the run began: ms and s. */
  #anchor = { model: 0, real: 0 };
  #isClosed = false;
  #hasStopped = false;

  constructor(shown: Shown, duration: number | undefined, vInit: number | undefined) {
    this.#shown = shown;
    this.#duration = duration;
    this.#vInit = vInit;
    this.#unwatch = watchPieces(this);
  }

  get state(): StateMessage {
    return {
      type: "state",
      status: this.#status,
      isOwn: this.#isOwn,
      duration: this.#duration ?? h.tstop,
      speed: this.#speed,
    };
  }

  /** At which the run ends that is under way, or was the last one, ms. */
  get stopTime(): number {
    return this.#stop || this.state.duration;
  }

  /** Starts a run, for that long, ms. What the model has against it is told to the page. */
  run(duration: number): void {
    if (this.#status !== "idle" || isClaimed()) return;
    this.#duration = duration;
    this.#isOwn = true;
    this.#own = simulate(duration, { vInit: this.#vInit }).then(
      () => {},
      (error) => this.#shown.problem(error),
    );
  }

  async restart(duration: number): Promise<void> {
    this.stop();
    await this.#own;
    // A run of the program's own ends in its own time; then it is the page's turn.
    if (!this.#isClosed) this.run(duration);
  }

  pause(): void {
    if (this.#status === "running") this.#set("paused");
  }

  resume(): void {
    if (this.#status !== "paused") return;
    this.#set("running");
    this.#hold();
    this.#goOn?.();
  }

  /** Ends the run as a model does that sets stoprun: whoever started it gets its report. */
  stop(): void {
    if (this.#status === "idle") return;
    untyped(h).stoprun = 1;
    this.#hasStopped = true;
    if (this.#status === "paused") this.#set("running");
    this.#goOn?.();
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#hold();
    this.#shown.changed();
    if (this.#status === "running") this.#goOn?.();
  }

  /** Lets the program's own run go on unwatched; ends one of the page's. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unwatch();
    if (this.#isOwn) this.stop();
    this.#goOn?.();
    await this.#own;
  }

  begins(isReset: boolean, stop: number): void {
    this.#stop = stop;
    this.#status = "running";
    this.#attempt(() => this.#shown.begins(isReset));
    this.#hold(isReset ? 0 : h.t);
    this.#shown.changed();
  }

  pieceLength(): number {
    return this.#shown.isWatched() ? frameTime / 1000 : Number.POSITIVE_INFINITY;
  }

  pieceTime(): number {
    return this.#speed > 0 ? (this.#speed * frameTime) / 1000 : Number.POSITIVE_INFINITY;
  }

  moved(): Promise<void> | undefined {
    this.#attempt(() => this.#shown.moved());
    if (this.#status === "paused") return this.#wait();
    if (this.#speed === 0) return undefined;
    const due = this.#anchor.real + (h.t - this.#anchor.model) / this.#speed;
    const early = due - performance.now() / 1000;
    return early > 0.001 ? this.#wait(early * 1000) : undefined;
  }

  ended(): void {
    this.#status = "idle";
    this.#isOwn = false;
    if (this.#hasStopped) untyped(h).stoprun = 0;
    this.#hasStopped = false;
    this.#attempt(() => this.#shown.moved());
    this.#shown.changed();
  }

  #set(status: Status): void {
    this.#status = status;
    this.#shown.changed();
  }

  #hold(model: number = h.t): void {
    this.#anchor = { model, real: performance.now() / 1000 };
  }

  /** Until somebody lets it go on, or for so many ms; a pause that comes meanwhile holds it on. */
  #wait(ms?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => this.#status !== "paused" && goOn(), ms);
      const goOn = (): void => {
        clearTimeout(timer);
        this.#goOn = undefined;
        resolve();
      };
      this.#goOn = goOn;
    });
  }

  /** What goes wrong in the showing is no fault of the run. */
  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#shown.problem(error);
    }
  }
}
