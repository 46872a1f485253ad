// The segment that was picked: its name, its value as it changes, and the wish to have it traced.
import type { ColorInfo } from "../protocol.js";
import { number } from "./axes.js";

interface Told {
  chosen(segment: number | undefined): void;
  trace(segment: number): void;
}

export class Pick {
  readonly #place: HTMLElement;
  readonly #told: Told;
  readonly #name: HTMLElement;
  readonly #value: HTMLElement;
  #sections: readonly (readonly [string, number])[] = [];
  #segment: number | undefined;
  #values = new Float32Array();
  #unit = "";

  constructor(place: HTMLElement, told: Told) {
    this.#place = place;
    this.#told = told;
    this.#name = place.querySelector("strong") as HTMLElement;
    this.#value = place.querySelector("output") as HTMLElement;
    place.querySelector(".add")?.addEventListener("click", () => {
      if (this.#segment !== undefined) told.trace(this.#segment);
    });
    place.querySelector(".close")?.addEventListener("click", () => this.choose(undefined));
  }

  setSections(sections: readonly (readonly [string, number])[]): void {
    const name = this.#segment === undefined ? undefined : this.#nameOf(this.#segment);
    this.#sections = sections;
    // Another model: what was picked is somewhere else in it, or gone.
    if (this.#segment !== undefined && this.#nameOf(this.#segment) !== name) this.choose(undefined);
  }

  setColor({ label }: ColorInfo): void {
    this.#unit = /\(([^()]*)\)$/.exec(label)?.[1] ?? "";
    this.#show();
  }

  setValues(values: Float32Array): void {
    this.#values = values as Float32Array<ArrayBuffer>;
    this.#show();
  }

  choose(segment: number | undefined): void {
    this.#segment = segment;
    this.#place.hidden = segment === undefined;
    this.#told.chosen(segment);
    if (segment !== undefined) this.#name.textContent = this.#name.title = this.#nameOf(segment);
    this.#show();
  }

  #show(): void {
    if (this.#segment === undefined) return;
    const value = this.#values[this.#segment];
    const isKnown = value !== undefined && !Number.isNaN(value);
    this.#value.textContent = isKnown ? `${number(Number(value.toPrecision(4)))} ${this.#unit}` : "no value";
  }

  /** "dend[3](0.5)": NEURON's name of the section, and the middle of the segment. */
  #nameOf(segment: number): string {
    let left = segment;
    for (const [name, nseg] of this.#sections) {
      if (left < nseg) return `${name}(${Number(((left + 0.5) / nseg).toPrecision(4))})`;
      left -= nseg;
    }
    return "";
  }
}
