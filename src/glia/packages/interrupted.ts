// A signal while mechanisms are compiled: the compilers end, with all that they have started and put aside, and then this process.
import type { ChildProcess } from "node:child_process";
import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** ms that compilers get to take their own temporary files away. */
const patience = 2000;

export class EndsTogether {
  #child: ChildProcess | undefined;
  readonly #listeners = signals.map((signal) => [signal, () => this.#hear(signal)] as const);

  constructor() {
    for (const [signal, listener] of this.#listeners) process.on(signal, listener);
  }

  /** What runs; it leads a process group of its own. */
  set child(child: ChildProcess | undefined) {
    this.#child = child;
  }

  /** No signal is waited for any more. */
  stop(): void {
    for (const [signal, listener] of this.#listeners) process.removeListener(signal, listener);
  }

  #hear(signal: (typeof signals)[number]): void {
    this.stop();
    const leave = (): void => {
      // Whoever else listens decides for the process.
      if (process.listenerCount(signal) === 0) process.exit(128 + constants.signals[signal]);
    };
    const { pid } = this.#child ?? {};
    if (pid === undefined) {
      leave();
      return;
    }
    this.#child?.once("close", leave);
    setTimeout(leave, patience).unref();
    try {
      process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}
