// Sliders for what the author of the page lets its reader change.
import type { ParameterInfo } from "../protocol.js";
import { number } from "./axes.js";
import { element } from "./dom.js";

/** Steps of a slider whose author named none. */
const fine = 1000;

interface Shown {
  readonly input: HTMLInputElement;
  readonly output: HTMLOutputElement;
  readonly unit: string;
}

export class Sliders {
  readonly #place: HTMLElement;
  readonly #set: (index: number, value: number) => void;
  #shown: Shown[] = [];

  constructor(place: HTMLElement, set: (index: number, value: number) => void) {
    this.#place = place;
    this.#set = set;
  }

  setParameters(parameters: readonly ParameterInfo[]): void {
    this.#place.hidden = parameters.length === 0;
    this.#shown = parameters.map(({ min, max, step, unit }) => ({
      unit,
      output: element("output"),
      input: element("input", {
        type: "range",
        min: String(min),
        max: String(max),
        step: String(step ?? (max - min) / fine),
      }),
    }));
    this.#place.replaceChildren(
      element("h2", {}, "parameters"),
      ...parameters.map(({ name }, i) => this.#slider(name, i)),
    );
  }

  setValues(values: readonly number[]): void {
    values.forEach((value, i) => {
      const shown = this.#shown[i];
      if (shown === undefined) return;
      // A slider that is being dragged is ahead of what the program says.
      if (!shown.input.matches(":active")) shown.input.value = String(value);
      shown.output.textContent = `${number(value)} ${shown.unit}`;
    });
  }

  #slider(name: string, i: number): HTMLElement {
    const { input, output } = this.#shown[i] as Shown;
    let isAsked = false;
    input.addEventListener("input", () => {
      // Once for each picture, however fast it is dragged.
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        this.#set(i, input.valueAsNumber);
      });
    });
    input.ariaLabel = name;
    return element("label", { className: "parameter" }, element("span", {}, name), output, input);
  }
}
