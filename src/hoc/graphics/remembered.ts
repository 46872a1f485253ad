// What belongs to an object of NEURON's for as long as that lives: what JavaScript knows the object by may go earlier.
import type { Handle } from "../../engine/binding.js";
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf } from "../object.js";

export class Remembered<T> {
  readonly #of = new Map<Handle, T>();
  #most = 64;

  get(object: HocObject): T | undefined {
    return this.#of.get(handleOf(object));
  }
  set(object: HocObject, what: T | undefined): void {
    if (what === undefined) this.#of.delete(handleOf(object));
    else this.#of.set(handleOf(object), what);
    if (this.#of.size <= this.#most) return;
    for (const handle of this.#of.keys()) if (!native.alive(handle)) this.#of.delete(handle);
    this.#most = Math.max(64, 2 * this.#of.size);
  }
}
