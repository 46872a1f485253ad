// Ctrl-C between two pieces means what it means within one: the run ends with an error, and the process lives.
import { SimulationError } from "../../core/errors.js";

export class Interrupt {
  /** Called at the first Ctrl-C. */
  told: (() => void) | undefined;
  #isSeen = false;

  constructor() {
    process.on("SIGINT", this.#listener);
  }

  check(): void {
    if (this.#isSeen) throw new SimulationError("Stopped by Ctrl-C.", { code: "ERR_PATCH_INTERRUPTED" });
  }

  dispose(): void {
    process.removeListener("SIGINT", this.#listener);
  }

  readonly #listener = (): void => {
    if (this.#isSeen) {
      // Nobody came to ask after the first one: the process ends, as it would without this run.
      this.dispose();
      process.kill(process.pid, "SIGINT");
    }
    this.#isSeen = true;
    this.told?.();
  };
}
