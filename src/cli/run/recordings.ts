// `--record`: variables of the model by their HOC names. The model may build itself at a press only, so they are looked for when it initialises.
import { ArgumentRangeError } from "../../core/errors.js";
import { UsageError } from "../command.js";
import type { Interpreter } from "./actions.js";

interface Numbers {
  toArray(): Float64Array;
}

export class Recordings {
  readonly #h: Interpreter;
  readonly #names: readonly string[];
  readonly #vectors = new Map<string, Numbers>();
  /** How often the model was initialised. */
  initialisations = 0;

  constructor(h: Interpreter, names: readonly string[]) {
    this.#h = h;
    this.#names = names;
    const odd = names.find((name) => !/^[A-Za-z_][\w.[\]()]*$/.test(name));
    if (odd !== undefined) throw new UsageError(`--record: expected a variable such as "soma.v(0.5)", got "${odd}".`);
    // Before all else of an initialisation: what records from then on has the first sample too.
    (h.FInitializeHandler as (type: number, action: () => void) => object)(3, () => {
      this.initialisations++;
      for (const [i, name] of this.#names.entries()) this.#begin(name, i);
    });
  }

  #begin(name: string, i: number): void {
    if (this.#vectors.has(name)) return;
    const own = `nrn_patch_record_${i}`;
    this.#h(`objref ${own}\n${own} = new Vector()\n${own}.record(&${name})`);
    this.#vectors.set(name, this.#h[own] as Numbers);
    if (i > 0) return;
    this.#h("objref nrn_patch_times\nnrn_patch_times = new Vector()\nnrn_patch_times.record(&t)");
    this.#vectors.set("t", this.#h.nrn_patch_times as Numbers);
  }

  get columns(): [name: string, values: Float64Array][] {
    if (this.#names.length > 0 && this.#vectors.size === 0)
      throw new ArgumentRangeError(`--record ${this.#names[0]}: the model was never initialised.`);
    const names = this.#names.length === 0 ? [] : ["t", ...this.#names];
    return names.map((name) => [name, (this.#vectors.get(name) as Numbers).toArray()]);
  }
}
