// Paths that we draw ourselves inside of Plot's axes.

/** What Plot hands to a mark that is a function, as far as it matters here. */
export interface Scales {
  x(value: number): number;
  y(value: number): number;
}
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
}
interface Context {
  readonly document: { createElementNS(namespace: string, name: string): Element };
}
interface Element {
  setAttribute(name: string, value: string): void;
  appendChild(child: Element): void;
  textContent: string;
}

export interface Shape {
  readonly name: "path" | "text" | "rect";
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly text?: string;
  /** Shown under the pointer. */
  readonly title?: string;
}

/** A mark of shapes that know their places in px once the axes are there. */
export function shapesMark(make: (scales: Scales, frame: Frame) => readonly Shape[]): unknown {
  return (_index: unknown, scales: Scales, _values: unknown, frame: Frame, { document }: Context): Element => {
    const create = (name: string, attributes: Shape["attributes"]): Element => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes))
        if (value !== undefined) element.setAttribute(key, String(value));
      return element;
    };
    const group = create("g", {});
    for (const { name, attributes, text, title } of make(scales, frame)) {
      const element = create(name, attributes);
      if (text !== undefined) element.textContent = text;
      if (title !== undefined) {
        const tip = create("title", {});
        tip.textContent = title;
        element.appendChild(tip);
      }
      group.appendChild(element);
    }
    return group;
  };
}
