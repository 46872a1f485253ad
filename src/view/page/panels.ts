// The model's own panels: buttons, fields, boxes to tick and menus, as the model made them.
import type { ClientMessage, ItemInfo, PanelInfo } from "../protocol.js";
import { element } from "./dom.js";

/** What is shown of an item, and how it takes a new value without being made anew. */
interface Shown {
  readonly node: HTMLElement;
  update(item: ItemInfo): void;
}

export class Panels {
  readonly #place: HTMLElement;
  readonly #send: (message: ClientMessage) => void;
  readonly #shown = new Map<number, Shown>();
  #form = "";

  constructor(place: HTMLElement, send: (message: ClientMessage) => void) {
    this.#place = place;
    this.#send = send;
  }

  show(panels: readonly PanelInfo[]): void {
    // Values change while the model runs; what is being written must not be taken from under the writer's hands.
    const form = JSON.stringify(panels, (key, value) => (key === "value" ? undefined : value));
    if (form === this.#form) for (const panel of panels) this.#update(panel.items);
    else this.#make(panels);
    this.#form = form;
  }

  #update(items: readonly ItemInfo[]): void {
    for (const item of items) {
      this.#shown.get(item.id)?.update(item);
      if (item.items) this.#update(item.items);
    }
  }

  #make(panels: readonly PanelInfo[]): void {
    this.#shown.clear();
    this.#place.hidden = panels.length === 0;
    this.#place.replaceChildren(
      ...panels.map(({ title, isHorizontal, items }) =>
        element(
          "fieldset",
          { className: isHorizontal ? "panel across" : "panel" },
          ...(title === "" ? [] : [element("legend", {}, title)]),
          ...items.map((item) => this.#node(item)),
        ),
      ),
    );
  }

  #node(item: ItemInfo): HTMLElement {
    const shown = this.#made(item);
    shown.update(item);
    this.#shown.set(item.id, shown);
    return shown.node;
  }

  #made(item: ItemInfo): Shown {
    switch (item.kind) {
      case "button":
        return fixed(this.#button(item));
      case "radio":
      case "toggle":
        return this.#box(item);
      case "field":
      case "slider":
        return this.#field(item);
      case "menu":
        return fixed(this.#menu(item));
      default: {
        const node = element("p", { className: "note" });
        return { node, update: ({ label }) => setText(node, label) };
      }
    }
  }

  #button({ id, label }: ItemInfo): HTMLElement {
    const node = element("button", { type: "button" }, label);
    node.addEventListener("click", () => this.#send({ type: "press", item: id }));
    return node;
  }

  #box({ id, kind, label }: ItemInfo): Shown {
    const input = element("input", { type: kind === "radio" ? "radio" : "checkbox" });
    // The model says whether it is on.
    input.addEventListener("click", (event) => {
      event.preventDefault();
      this.#send({ type: "press", item: id });
    });
    return {
      node: element("label", { className: "box" }, input, element("span", {}, label)),
      update: ({ value }) => {
        // After the click that was prevented, which sets it back.
        setTimeout(() => {
          input.checked = value === true;
        });
      },
    };
  }

  #field({ id, kind, label, min, max, isFixed }: ItemInfo): Shown {
    const input = element("input", { type: kind === "slider" ? "range" : "number", step: "any" });
    if (min !== undefined && max !== undefined) Object.assign(input, { min: String(min), max: String(max) });
    if (kind === "slider") input.step = String(((max ?? 100) - (min ?? 0)) / 1000);
    input.readOnly = isFixed === true;
    const output = element("output", { className: "amount" });
    let isSent = false;
    const enter = (): void => {
      if (isFixed === true || !Number.isFinite(input.valueAsNumber)) return;
      this.#send({ type: "enter", item: id, value: input.valueAsNumber });
    };
    input.addEventListener("change", () => {
      if (!isSent) enter();
      isSent = false;
    });
    // A number that is entered again does again what the model does with it, such as to initialise.
    input.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      isSent = true;
      enter();
      setTimeout(() => {
        isSent = false;
      });
    });
    return {
      node: element(
        "label",
        { className: "entry" },
        element("span", {}, label),
        input,
        kind === "slider" ? output : "",
      ),
      update: ({ value }) => {
        const text = typeof value === "number" ? String(Number(value.toPrecision(7))) : "";
        if (document.activeElement !== input || isFixed) input.value = text;
        setText(output, text);
      },
    };
  }

  #menu({ id, label, items }: ItemInfo): HTMLElement {
    const node = element("details", { className: "menu", open: items !== null && this.#isOpen(id) });
    node.append(element("summary", {}, label), ...(items ?? []).map((item) => this.#node(item)));
    node.addEventListener("toggle", () => {
      if (node.open) this.#open.add(id);
      else this.#open.delete(id);
      if (node.open && items === null) this.#send({ type: "open", item: id });
    });
    return node;
  }

  readonly #open = new Set<number>();
  #isOpen(id: number): boolean {
    return this.#open.has(id);
  }
}

const fixed = (node: HTMLElement): Shown => ({ node, update: () => {} });

function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
