// How fast the model runs: model time for each second, ms.

export class Speed {
  #from = { model: 0, real: 0 };
  #rate = 0;

  /** A run begins, at that model time, ms. */
  begin(model: number): void {
    this.#from = { model, real: performance.now() };
    this.#rate = 0;
  }

  /** Since the run began, and then over the last second or so. */
  at(model: number): number {
    const real = performance.now();
    const seconds = (real - this.#from.real) / 1000;
    if (seconds > 1) {
      this.#rate = (model - this.#from.model) / seconds;
      this.#from = { model, real };
    } else if (this.#rate === 0 && seconds > 0.1) return (model - this.#from.model) / seconds;
    return this.#rate;
  }
}
