// The model's graphs: pictures that the program draws, shown as images, so that nothing in them can act.
import { element } from "./dom.js";

interface Shown {
  readonly node: HTMLElement;
  readonly image: HTMLImageElement;
  url: string;
}

export class Pictures {
  readonly #place: HTMLElement;
  readonly #shown = new Map<string, Shown>();

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** Those that there are, in their order. */
  setNames(names: readonly string[]): void {
    this.#place.hidden = names.length === 0;
    for (const [name, { node, url }] of this.#shown) {
      if (names.includes(name)) continue;
      node.remove();
      URL.revokeObjectURL(url);
      this.#shown.delete(name);
    }
    const nodes = names.map((name) => this.#of(name).node);
    const isSame =
      nodes.length === this.#place.children.length && nodes.every((node, i) => node === this.#place.children[i]);
    if (!isSame) this.#place.replaceChildren(...nodes);
  }

  show(name: string, svg: string): void {
    const shown = this.#of(name);
    const before = shown.url;
    shown.url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    shown.image.src = shown.url;
    shown.image.hidden = false;
    // What is still on the screen stays until the new one is.
    shown.image.addEventListener("load", () => URL.revokeObjectURL(before), { once: true });
  }

  #of(name: string): Shown {
    let shown = this.#shown.get(name);
    if (shown === undefined) {
      const image = element("img", { alt: name, hidden: true });
      shown = { image, node: element("figure", {}, image), url: "" };
      shown.node.dataset.name = name;
      this.#shown.set(name, shown);
    }
    return shown;
  }
}
