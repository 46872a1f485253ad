// How the model is moved on by many ranks: before each piece they agree, so that all advance and stop together.
import { advancing } from "../../hoc/claim.js";
import { h } from "../../hoc/h.js";
import { isTransferring } from "../crossings.js";
import { advanceTogether } from "../parallel.js";
import { newVector } from "../record.js";
import { anywhere, pc } from "../together.js";
import { type Mover, Portion, variableStep } from "./mover.js";

/** What a rank wants: the strongest wish of all is what happens. */
export const Wish = { goOn: 0, leave: 1, fail: 2 } as const;
export type Wish = (typeof Wish)[keyof typeof Wish];

export class Together implements Mover {
  steps: number;
  readonly #stop: number;
  readonly #isVariable = variableStep();
  /** NEURON itself decides where the steps end, by the time, when potentials travel between ranks; otherwise it counts. */
  readonly #isCounted: boolean;
  readonly #portion: Portion;
  #left: number;
  #agreed = 1;

  constructor(stop: number) {
    this.#stop = stop;
    this.steps = this.#isVariable ? Number.NaN : 0;
    this.#isCounted = !this.#isVariable && !anywhere(isTransferring());
    this.#portion = new Portion(this.#isVariable ? 0.1 : 1);
    this.#left = this.#stepsLeft();
  }

  /** All ranks call it, before each piece: what is to be done, and how large the next piece may be. */
  agree(wish: Wish): Wish {
    const values = newVector([wish, -this.#portion.size]);
    pc().allreduce(values, 2);
    const [strongest = Wish.goOn, size = -1] = values;
    this.#agreed = -size;
    return strongest as Wish;
  }

  advance(target: number, seconds: number): void {
    const action = this.#isVariable ? this.#solve(target) : this.#step(target);
    this.#portion.fit(action.made, seconds, () => advancing(() => advanceTogether(action.end)));
    if (!this.#isVariable) this.steps += action.made;
    this.#left = action.isLast ? 0 : this.#isCounted ? this.#left - action.made : this.#stepsLeft();
  }

  isAt(target: number): boolean {
    if (target >= this.#stop) return this.#left === 0;
    return this.#left === 0 || h.t >= target - this.reach();
  }

  reach(): number {
    return this.#isVariable ? 0 : h.dt / 2;
  }

  finish(): void {}

  /** psolve to a time between two steps: however t was rounded, it is clear which are meant. */
  #step(target: number): { end: number; made: number; isLast: boolean } {
    const { dt, t } = h;
    const toTarget = target >= this.#stop ? this.#left : Math.max(1, Math.round((target - t) / dt));
    const steps = Math.max(1, Math.min(Math.floor(this.#agreed), toTarget));
    if (steps < this.#left - (this.#isCounted ? 0 : 1))
      return { end: t + (steps + 0.25) * dt, made: steps, isLast: false };
    const end = this.#isCounted && this.#left > 0 ? t + (this.#left + 0.25) * dt : this.#stop;
    return { end, made: this.#left, isLast: true };
  }

  #solve(target: number): { end: number; made: number; isLast: boolean } {
    const { t } = h;
    const next = t + this.#agreed;
    const end = next < target ? next : Math.min(target, this.#stop);
    return { end, made: end - t, isLast: end >= this.#stop };
  }

  /** As psolve counts them. */
  #stepsLeft(): number {
    if (this.#isVariable) return h.t < this.#stop ? 1 : 0;
    return Math.max(0, Math.floor((this.#stop * (1 + 1e-11) - h.t) / h.dt + 1e-9));
  }
}
