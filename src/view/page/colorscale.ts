// The colour bar: which variable it is, which can be had instead, and the values of its two ends.
import type { ColorInfo } from "../protocol.js";
import { number } from "./axes.js";
import { byId, element } from "./dom.js";

export class ColorScale {
  readonly #select = byId<HTMLSelectElement>("variable");

  constructor(choose: (name: string) => void) {
    this.#select.addEventListener("change", () => {
      if (this.#select.value !== "") choose(this.#select.value);
    });
  }

  setPalette(bytes: Uint8Array): void {
    const canvas = byId<HTMLCanvasElement>("gradient");
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.putImageData(new ImageData(Uint8ClampedArray.from(bytes), 256, 1), 0, 0);
  }

  setVariables(names: readonly string[], color: ColorInfo): void {
    const own = color.name === "" ? [element("option", { value: "" }, color.label)] : [];
    this.#select.replaceChildren(...own, ...names.map((name) => element("option", { value: name }, name)));
    if (color.name !== "" && !names.includes(color.name))
      this.#select.prepend(element("option", { value: color.name }, color.name));
  }

  show({ name, label, low, high }: ColorInfo): void {
    this.#select.value = name;
    this.#select.title = label;
    const chosen = this.#select.selectedOptions[0];
    for (const option of this.#select.options) if (option.value !== "") option.textContent = option.value;
    if (chosen !== undefined && label !== "") chosen.textContent = label;
    byId("low").textContent = round(low);
    byId("high").textContent = round(high);
  }
}

function round(value: number): string {
  return number(Number(value.toPrecision(3)));
}
