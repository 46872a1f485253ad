// `--record`: variables of the model. It may build itself at a press only, so they are looked for whenever it initialises.
import { ArgumentRangeError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import { UsageError } from "../command.js";
import type { Interpreter } from "./actions.js";

interface Numbers {
  toArray(): Float64Array;
  record(...args: unknown[]): unknown;
}
type Section = ((x: number) => Record<string, unknown>) & { toString(): string };

/** What was recorded of a variable, at the times, ms. */
export interface Recorded {
  readonly name: string;
  readonly t: Float64Array;
  readonly values: Float64Array;
}

export class Recordings {
  readonly #h: Interpreter;
  readonly #names: readonly string[];
  readonly #made = new Map<string, { readonly t: Numbers; readonly values: Numbers }>();
  readonly #failures = new Map<string, unknown>();
  /** How often the model was initialised. */
  initialisations = 0;

  constructor(h: Interpreter, names: readonly string[]) {
    this.#h = h;
    this.#names = [...new Set(names)];
    const odd = names.find((name) => !/^[A-Za-z_][\w.[\]()]*$/.test(name));
    if (odd !== undefined) throw new UsageError(`--record: expected a variable such as "soma.v(0.5)", got "${odd}".`);
    // Before all else of an initialisation: what records from then on has the first sample too.
    (h.FInitializeHandler as (type: number, action: () => void) => object)(3, () => {
      this.initialisations++;
      for (const [i, name] of this.#names.entries()) this.#begin(name, i);
    });
  }

  /** Anew each time: the model may have been built anew. What is not there yet may be there the next time. */
  #begin(name: string, i: number): void {
    this.#failures.delete(name);
    try {
      const own = this.#made.get(name) ?? { t: this.#vector(i, "t"), values: this.#vector(i, "y") };
      const place = this.#sectionsPlace(name);
      if (place !== undefined) own.values.record(place);
      else this.#h(`{nrn_patch_y${i}.record(&${name})}`);
      this.#recordTimes(name, i, own.t);
      this.#made.set(name, own);
    } catch (error) {
      this.#failures.set(name, error);
    }
  }

  #vector(i: number, what: "t" | "y"): Numbers {
    const own = `nrn_patch_${what}${i}`;
    this.#h(`objref ${own}\n${own} = new Vector()`);
    return this.#h[own] as Numbers;
  }

  #recordTimes(name: string, i: number, t: Numbers): void {
    const cvode = (this.#h.CVode as () => { active(): number; use_local_dt(): number })();
    // Each cell has steps of its own there, and NEURON has to be told whose times are wanted.
    if (!cvode.active() || !cvode.use_local_dt()) t.record(this.#h._ref_t);
    else this.#h(`{cvode.record(&${name}, nrn_patch_y${i}, nrn_patch_t${i})}`);
  }

  /** A section that JavaScript made has no name in HOC: `soma.v(0.5)` is looked for among all sections. */
  #sectionsPlace(name: string): unknown {
    const [, section, variable, x] = /^(.+)\.([A-Za-z]\w*)\((\d*\.?\d*)\)$/.exec(name) ?? [];
    const [, head = ""] = /^(\w+)/.exec(name) ?? [];
    if (section === undefined || (this.#h.name_declared as (name: string) => number)(head) !== 0) return undefined;
    const sections = [...(this.#h.allsec as () => Iterable<Section>)()];
    const found = sections.find((one) => String(one) === section);
    if (found !== undefined) return found(Number(x))[`_ref_${variable}`];
    throw new ArgumentRangeError(
      `there is no section "${section}".${didYouMean(
        section,
        sections.map((one) => String(one)),
      )}`,
    );
  }

  /** What was recorded last. */
  get recorded(): Recorded[] {
    return this.#names.map((name) => {
      const own = this.#made.get(name);
      const failure = this.#failures.get(name);
      if (own === undefined || failure !== undefined)
        throw new ArgumentRangeError(
          `--record ${name}: ${failure === undefined ? "the model was never initialised." : (failure as Error).message}`,
          { cause: failure },
        );
      return { name, t: own.t.toArray(), values: own.values.toArray() };
    });
  }
}
