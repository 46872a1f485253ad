// `--record`: variables of the model. It may build itself at a press only, so they are looked for whenever it initialises.
import { ArgumentRangeError, HocError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import { UsageError } from "../command.js";
import type { Interpreter } from "./actions.js";
import { checkPlace, inShort, isName, unknownWord, valueIn, whyNot, withoutPlace } from "./names.js";

interface Numbers {
  toArray(): Float64Array;
  record(...args: unknown[]): unknown;
}
interface Vectors {
  readonly t: Numbers;
  readonly values: Numbers;
}
interface Integrator {
  active(): number;
  use_local_dt(): number;
  record(place: unknown, values: Numbers, t: Numbers, how: { readonly sec: Section }): unknown;
}
type Section = ((x: number) => Record<string, unknown>) & { toString(): string };

/** What was recorded of a variable, at the times, ms. */
export interface Recorded {
  readonly name: string;
  readonly t: Float64Array;
  readonly values: Float64Array;
}

/** Each once; checked before anything is loaded. */
export function checkedNames(names: readonly string[]): string[] {
  for (const name of names) {
    if (!isName(name)) throw new UsageError(`--record: expected a variable such as "soma.v(0.5)", got "${name}".`);
    try {
      checkPlace(name, Number);
    } catch (error) {
      throw new UsageError(`--record ${name}: ${(error as Error).message}`);
    }
  }
  return [...new Set(names)];
}

export class Recordings {
  readonly #h: Interpreter;
  readonly #names: readonly string[];
  readonly #made = new Map<string, Vectors>();
  readonly #failures = new Map<string, unknown>();
  readonly #told = new Set<string>();
  /** How often the model was initialised. */
  initialisations = 0;
  /** Hears at the beginning of a run, once for each, of what has no name in HOC so far: it may not be recorded in the end. */
  onUnknown: ((words: string) => void) | undefined;

  /** @param names checked ones */
  constructor(h: Interpreter, names: readonly string[]) {
    this.#h = h;
    this.#names = names;
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
      checkPlace(name, (x) => valueIn(this.#h, x));
      if (this.#isLocal()) this.#recordLocally(name, own);
      else {
        const place = this.#isHoc(name) ? undefined : this.#placeOf(name)?.pointer;
        if (place === undefined) this.#h(`{nrn_patch_y${i}.record(&${name})}`);
        else own.values.record(place);
        own.t.record(this.#h._ref_t);
      }
      this.#made.set(name, own);
    } catch (error) {
      this.#failures.set(name, error);
      const why = this.onUnknown === undefined || this.#told.has(name) ? "" : this.#unknown(name);
      if (why === "") return;
      this.#told.add(name);
      this.onUnknown?.(`--record ${name}: ${why} A run has begun without it.`);
    }
  }

  /** Before a run that nothing follows. @throws ArgumentRangeError for what cannot be recorded in it */
  check(): void {
    for (const name of this.#names) {
      const why = this.#unknown(name);
      if (why !== "") throw new ArgumentRangeError(`--record ${name}: ${why}`);
    }
  }

  #unknown(name: string): string {
    if (this.#isHoc(name)) return unknownWord(this.#h, name);
    try {
      return this.#placeOf(name) === undefined ? unknownWord(this.#h, name) : "";
    } catch (error) {
      return (error as Error).message;
    }
  }

  #vector(i: number, what: "t" | "y"): Numbers {
    const own = `nrn_patch_${what}${i}`;
    this.#h(`objref ${own}\n${own} = new Vector()`);
    return this.#h[own] as Numbers;
  }

  get #cvode(): Integrator {
    return (this.#h.CVode as () => Integrator)();
  }

  #isLocal(): boolean {
    return Boolean(this.#cvode.active() && this.#cvode.use_local_dt());
  }

  /** Each cell has steps of its own there, and NEURON has to be told whose times are wanted. */
  #recordLocally(name: string, { t, values }: Vectors): void {
    const place = this.#placeOf(name);
    if (place === undefined)
      throw new ArgumentRangeError(
        "with CVode's local step only range variables of sections are recorded, such as soma.v(0.5).",
      );
    this.#cvode.record(place.pointer, values, t, { sec: place.section });
  }

  /** Whether HOC knows what the name begins with: sections that JavaScript made have none there. */
  #isHoc(name: string): boolean {
    const [head = ""] = /^\w+/.exec(name) ?? [];
    return (this.#h.name_declared as (name: string) => number)(head) !== 0;
  }

  /** Of `soma.v(0.5)`, looked for among all sections; undefined for a name of another form. */
  #placeOf(name: string): { section: Section; pointer: unknown } | undefined {
    const [, owner, variable, x] = /^(.+)\.([A-Za-z]\w*)\((\d*\.?\d*)\)$/.exec(name) ?? [];
    if (owner === undefined) return undefined;
    const sections = [...(this.#h.allsec as () => Iterable<Section>)()];
    const section = sections.find((one) => String(one) === owner);
    if (section !== undefined) return { section, pointer: section(Number(x))[`_ref_${variable}`] };
    throw new ArgumentRangeError(
      `there is no section "${owner}".${didYouMean(
        owner,
        sections.map((one) => String(one)),
      )}`,
    );
  }

  /** Looked into at the end only: what was not there at one initialisation may be there at the next. */
  #why(name: string, failure: unknown): string {
    if (!(failure instanceof HocError)) return inShort(failure);
    const why = withoutPlace(this.#h, name) || whyNot(this.#h, name);
    if (why !== "") return why;
    const words = inShort(failure);
    return words === "syntax error." ? 'expected a variable such as "soma.v(0.5)".' : words;
  }

  /** What was recorded last. */
  get recorded(): Recorded[] {
    return this.#names.map((name) => {
      const own = this.#made.get(name);
      const failure = this.#failures.get(name);
      if (own === undefined || failure !== undefined)
        throw new ArgumentRangeError(
          `--record ${name}: ${failure === undefined ? "the model was never initialised." : this.#why(name, failure)}`,
          { cause: failure },
        );
      return { name, t: own.t.toArray(), values: own.values.toArray() };
    });
  }
}
