// What a Graph and a Shape have in common: lines, marks, text and glyphs in a coordinate system, and a menu.
import type { Handle } from "../../engine/binding.js";
import { native } from "../../engine/engine.js";
import type {
  Frame,
  GlyphDescription,
  Ink,
  LabelDescription,
  LineDescription,
  MarksDescription,
  View,
} from "./description.js";
import { saysOnce } from "./display.js";
import type { LineItem, MarksItem, SceneItem } from "./drawn.js";
import type { Action, Given } from "./given.js";
import { glyphs } from "./glyphs.js";
import { BRUSHES, COLORS, defineBrush, defineColor, ink, markOf } from "./inks.js";
import { Pane, show } from "./windows.js";

/** Where text stands: 0 scales with the drawing, 1 keeps its size at a place of it, 2 stands still in the window. */
type Fixed = 0 | 1 | 2;
const frameOf = (fixed: Fixed): Frame => (fixed === 2 ? "window" : "drawing");

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly fixed: Fixed;
}

export abstract class Scene<More = never> extends Pane {
  readonly id: number;
  readonly object: Handle;
  items: (SceneItem | More)[] = [];
  color = 1;
  brush = 1;
  view: View;
  /** The model has said what the window is to show. */
  hasView = false;
  saveName = "";
  /** Not by its own menu, but by the model. */
  readonly menu = new Map<string, Action | undefined>();
  #line: LineItem | undefined;
  readonly #marks = new Map<string, MarksItem>();
  protected labels: { x: number; y: number; n: number; fixed: Fixed; scale: number; alignX: number; alignY: number } = {
    x: 0,
    y: 1,
    n: 0,
    fixed: 2,
    scale: 1,
    alignX: 0,
    alignY: 0,
  };

  constructor(id: number, object: Handle, view: View) {
    super();
    this.id = id;
    this.object = object;
    this.view = view;
  }

  get name(): string {
    return native.objectName(this.object);
  }

  protected override shown(): void {
    this.tellNative();
  }
  protected tellNative(): void {
    native.setGraphical(this.id, this.isOpen, false);
  }

  /** The lines that a display would draw, in order. */
  abstract lines(): LineDescription[];
  /** Erases what was drawn; what follows the model stays. */
  protected abstract eraseLines(): void;
  protected abstract eraseAll(): void;

  ink(given: Given, first: number): Ink {
    return given.has(first)
      ? ink(given.number(first), given.number(first + 1, this.brush))
      : ink(this.color, this.brush);
  }

  /** A label below the last one, or where the model says; what NEURON does with every label of a line too. */
  protected nextLabel(fixed: Fixed = this.labels.fixed): LabelPlace & { readonly n: number } {
    this.labels.n += 1;
    return { x: this.labels.x, y: this.labels.y, fixed, n: this.labels.n };
  }

  #addLabel(text: string, place: LabelPlace & { n: number }): void {
    const { scale, alignX, alignY } = this.labels;
    this.items.push({
      kind: "label",
      text,
      x: place.x,
      y: place.y,
      frame: frameOf(place.fixed),
      scale,
      alignX,
      alignY: alignY + place.n,
      ink: ink(this.color, this.brush),
    });
  }

  beginLine(label: string, how: Ink, points?: { x: number[]; y: number[] }): void {
    if (label !== "") this.labels.n += 1;
    this.#line = { kind: "line", label, x: points?.x ?? [], y: points?.y ?? [], ink: how, kept: false };
    this.items.push(this.#line);
  }
  /** Marks of one kind are one item, wherever they were drawn. */
  addMark(x: number, y: number, style: MarksItem["style"], size: number, how: Ink): void {
    const key = JSON.stringify([style, size, how]);
    let marks = this.#marks.get(key);
    if (marks === undefined) {
      marks = { kind: "marks", style, x: [], y: [], size, ink: how };
      this.#marks.set(key, marks);
      this.items.push(marks);
    }
    marks.x.push(x);
    marks.y.push(y);
  }
  point(x: number, y: number): void {
    if (this.#line === undefined) this.beginLine("", ink(this.color, this.brush));
    this.#line?.x.push(x);
    this.#line?.y.push(y);
  }

  /** The calls that all scenes have; `undefined` for another. */
  protected callCommon(name: string, given: Given): number | undefined {
    switch (name) {
      case "size":
        return this.#size(given);
      case "view":
        return this.#view(given);
      case "save_name":
        this.saveName = given.text(1);
        return 1;
      case "beginline": {
        const first = given.isText(1) ? 2 : 1;
        this.beginLine(first === 2 ? given.text(1) : "", this.ink(given, first));
        return 1;
      }
      case "line":
        this.point(given.number(1), given.number(2));
        return 1;
      case "mark":
        return this.#mark(given);
      case "label":
        return this.#label(given);
      case "color":
        if (given.has(2)) {
          if (!defineColor(given.whole(1, 2, COLORS - 1), given.text(2))) throw given.wrong(2, "the name of a colour");
        } else this.color = given.whole(1, -1, COLORS - 1, 1);
        return 1;
      case "brush":
        if (given.has(3)) defineBrush(given.whole(1, 1, BRUSHES - 1), given.number(2), given.number(3));
        else this.brush = given.whole(1, -1, 20, 0);
        return 1;
      case "erase":
        this.#forget();
        this.eraseLines();
        return 1;
      case "erase_all":
        this.#forget();
        this.eraseAll();
        return 1;
      case "gif":
        given.text(1);
        saysOnce("gif", "pictures made of points are not shown in drawings");
        return 1;
      case "unmap":
        this.close();
        return 0;
      case "printfile":
        given.text(1);
        saysOnce("printfile", "nothing is printed here; figure().save(…) writes the picture");
        return 1;
      case "menu_action":
        this.menu.set(given.text(1), given.action(2));
        return 1;
      case "menu_tool":
        this.menu.set(given.text(1), given.action(3));
        saysOnce("menu_tool", "there is no mouse, so such a tool can be chosen but not used");
        return 1;
      case "menu_remove":
        this.menu.delete(given.text(1));
        return 0;
      case "exec_menu":
        this.runMenu(given.text(1));
        return 0;
      default:
        return undefined;
    }
  }

  #forget(): void {
    this.#line = undefined;
    this.#marks.clear();
  }

  /** What the menu's item of that label does; whether there is one. */
  runMenu(label: string): boolean {
    if (!this.menu.has(label)) return this.runOwnMenu(label);
    this.menu.get(label)?.perform();
    return true;
  }
  /** Items that NEURON itself puts there. */
  protected runOwnMenu(label: string): boolean {
    if (label === "Erase") this.callCommon("erase", undefined as never);
    return label === "Erase";
  }

  #mark(given: Given): number {
    const style = given.isText(3) ? markOf(given.text(3)) : markOf(given.number(3, 0));
    if (style === undefined) throw given.wrong(3, "a mark: + o s t O S T | -, or its number");
    this.addMark(given.number(1), given.number(2), style, given.number(4, 12), this.ink(given, 5));
    return 1;
  }

  #label(given: Given): number {
    if (given.isText(1)) {
      this.#addLabel(given.text(1), this.nextLabel());
    } else if (given.has(8)) {
      const [fixed, scale, alignX, alignY, color] = given.numbers(4, 5);
      this.items.push({
        kind: "label",
        text: given.text(3),
        x: given.number(1),
        y: given.number(2),
        frame: frameOf(Math.trunc(fixed) as Fixed),
        scale,
        alignX,
        alignY,
        ink: ink(color, this.brush),
      });
    } else {
      Object.assign(this.labels, { x: given.number(1), y: given.number(2), n: 0 });
      if (given.has(3)) this.#addLabel(given.text(3), { ...this.labels });
    }
    return 1;
  }

  #size(given: Given): number {
    if (given.has(2)) {
      const [x1, x2, y1, y2] = given.numbers(1, 4);
      this.setView({
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        bottom: Math.min(y1, y2),
        top: Math.max(y1, y2),
      });
      this.#placeLabels();
      return 1;
    }
    if (given.isPlace(1)) {
      const { left, right, bottom, top } = this.extent();
      [left, right, bottom, top].forEach((value, i) => {
        given.place(1).set(Math.fround(value), i);
      });
      return 0;
    }
    const { left, right, bottom, top } = this.view;
    // NEURON keeps coordinates of windows in single precision, and models compute with what it answers.
    return Math.fround([left, right, bottom, top][given.whole(1, 1, 4) - 1] as number);
  }

  setView(view: View): void {
    this.view = view;
    this.hasView = true;
  }

  #placeLabels(): void {
    const { left, right, bottom, top } = this.view;
    const { fixed } = this.labels;
    if (fixed === 1) Object.assign(this.labels, { x: right - 0.2 * (right - left), y: top - 0.1 * (top - bottom) });
    if (fixed === 2) Object.assign(this.labels, { x: 0.8, y: 0.9 });
    this.labels.n = 0;
  }

  #view(given: Given): number {
    if (given.has(8)) {
      const [left, bottom, width, height] = given.numbers(1, 4);
      if (width > 0 && height > 0) this.setView({ left, right: left + width, bottom, top: bottom + height });
    }
    show(this);
    return 1;
  }

  /** The extent of lines and marks; the view in a direction in which there is none. */
  extent(): View {
    let [left, right, bottom, top] = [1e9, -1e9, 1e9, -1e9];
    const take = (x: ArrayLike<number>, y: ArrayLike<number>, least: number) => {
      if (x.length < least) return;
      for (let i = 0; i < x.length; i++) {
        const [px, py] = [x[i] as number, y[i] as number];
        if (px < left) left = px;
        if (px > right) right = px;
        if (py < bottom) bottom = py;
        if (py > top) top = py;
      }
    };
    for (const line of this.lines()) take(line.x, line.y, 2);
    for (const item of this.items as SceneItem[]) if (item.kind === "marks") take(item.x, item.y, 1);
    if (left >= right) ({ left, right } = this.view);
    if (bottom >= top) ({ bottom, top } = this.view);
    return { left, right, bottom, top };
  }

  /** The parts of its description that every scene has. */
  protected drawn() {
    const items = this.items as SceneItem[];
    const marks: MarksDescription[] = items
      .filter((item) => item.kind === "marks")
      .map(({ style, x, y, size, ink }) => ({ style, x: Float64Array.from(x), y: Float64Array.from(y), size, ink }));
    const labels: LabelDescription[] = items.filter((item) => item.kind === "label").map(({ kind, ...label }) => label);
    const shown: GlyphDescription[] = items
      .filter((item) => item.kind === "glyph")
      .map(({ kind, glyph, ...place }) => ({
        ...place,
        ...(glyphs.get(glyph)?.drawn() ?? { shapes: [], images: [] }),
      }));
    return {
      name: this.name,
      title: this.windowTitle,
      lines: this.lines(),
      marks,
      labels,
      glyphs: shown,
      view: this.view,
    };
  }
}
