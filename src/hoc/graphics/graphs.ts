// Graph: curves that follow the model, and what it draws beside them.
import type { Handle } from "../../engine/binding.js";
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf } from "../object.js";
import { type Axes, axesAfter, viewInfo } from "./axes.js";
import type { GraphDescription, Ink, LineDescription } from "./description.js";
import { saysOnce } from "./display.js";
import { described, getLine, type LineItem, lineInfo, type SceneItem } from "./drawn.js";
import { type Given, Kept, type Place } from "./given.js";
import { ink } from "./inks.js";
import { type LiveItem, numbersOf, pathOf } from "./live.js";
import { type LocalRecording, recordLocally } from "./local.js";
import { type LabelPlace, Scene } from "./scene.js";
import { show } from "./windows.js";

/** A curve that the addon records. */
interface CurveItem {
  readonly kind: "curve";
  readonly index: number;
  readonly label: string;
  readonly source: string;
  readonly own: Ink;
  ink: Ink;
  readonly place: LabelPlace & { readonly isGiven: boolean };
  /** What the local step records; none while `plot` does. */
  local: LocalRecording | undefined;
}
type GraphItem = SceneItem | CurveItem | LiveItem;

const frames = ["drawing", "drawing", "window"] as const;

export class Graph extends Scene<CurveItem | LiveItem> {
  /** Cells of `h.ref` that its curves follow. */
  readonly keeps: unknown[] = [];
  #keepsLines = false;
  /** Its curves are recorded by the local step. */
  #hasLocal = false;
  /** Lines of earlier runs take the Graph's present colour and brush, and are labelled by this variable's value. */
  #isFamily = false;
  #familyLabel = "";
  #familyValue = "";
  #axes: Axes = { x: "view", y: "view" };
  /** "View = plot" was chosen after the last size. */
  #fit = false;

  constructor(id: number, object: Handle, given: Given) {
    super(id, object, { left: 0, right: 300, bottom: 0, top: 200 });
    if (given.whole(1, 0, 1, 1) === 1) show(this);
    else this.isOpen = true;
  }

  call(name: string, given: Given): number {
    switch (name) {
      case "addvar":
      case "addexpr":
        this.#addCurve(given, name === "addvar");
        return 1;
      case "addobject":
        this.#addPlot(given);
        return 1;
      case "vector":
        this.#addVector(given);
        return 1;
      case "xexpr":
        if (given.text(1).trim() === "") throw given.wrong(1, "an expression");
        native.setCurvesX(this.id, given.text(1), given.whole(2, 0, 1, 0) === 1, given.self);
        return 1;
      case "begin":
        this.#begin();
        return 1;
      case "addglyph":
        this.#addGlyph(given);
        return 0;
      case "xaxis":
      case "yaxis":
        this.#axes = axesAfter(this.#axes, name === "xaxis" ? "x" : "y", given, this.view);
        return 1;
      case "family":
        this.#family(given);
        return 1;
      case "fixed":
      case "vfixed":
      case "relative":
        this.labels.fixed = name === "relative" ? 0 : name === "fixed" ? 1 : 2;
        this.labels.scale = given.number(1, 1);
        return 1;
      case "align":
        this.labels.alignX = given.number(1, 0);
        this.labels.alignY = given.number(2, 0);
        return 1;
      case "getline":
        return getLine(given, this.lines());
      case "line_info": {
        const items = this.#drawnItems();
        const placeOf = (i: number) => (items[i]?.kind === "curve" ? items[i].place : this.labels);
        return lineInfo(given, this.lines(), placeOf);
      }
      case "view_info":
        return viewInfo(given, this.view);
      case "view_size": {
        const [left, right, bottom, top] = given.numbers(2, 4);
        this.setView({ left, right, bottom, top });
        return 0;
      }
      case "crosshair_action":
        given.action(1);
        saysOnce("crosshair_action", "there is no mouse to point with");
        return 0;
      case "simgraph":
        return this.#simgraph();
      default:
        return this.callCommon(name, given) ?? 0;
    }
  }

  protected override tellNative(): void {
    native.setGraphical(this.id, this.isOpen, this.#keepsLines || this.#hasLocal);
  }

  override setView(view: GraphDescription["view"]): void {
    super.setView(view);
    this.#fit = false;
  }

  // Curves ------------------------------------------------------------------------------------------------------------

  #addCurve(given: Given, isVariable: boolean): void {
    const label = given.text(1);
    let code = label;
    let next = 2;
    let context = given.self;
    let place: Place | undefined;
    if (given.isText(2)) code = given.text(next++);
    else if (isVariable && given.isPlace(2)) place = given.at(next++) as Place;
    if (!isVariable && given.isObject(next)) context = handleOf(given.object(next++));
    const how = this.ink(given, next);
    const fixed = given.has(next + 4) ? given.whole(next + 4, 0, 2) : given.has(next + 2) ? 1 : this.labels.fixed;
    const index = native.addCurve(this.id, code, isVariable, context, place?.native);
    const auto = this.nextLabel(fixed as 0 | 1 | 2);
    const isGiven = given.has(next + 2);
    const at = isGiven ? { x: given.number(next + 2), y: given.number(next + 3), fixed: auto.fixed } : auto;
    this.items.push({
      kind: "curve",
      index,
      label,
      source: place === undefined ? code : "",
      own: how,
      ink: how,
      place: { ...at, isGiven },
      local: undefined,
    });
  }

  #begin(): void {
    if (this.#keepsLines) this.#keepLines();
    this.#endLocal();
    for (const item of this.items) if (this.#isFamily && item.kind === "curve") item.ink = ink(this.color, this.brush);
    native.beginCurves(this.id);
  }

  /** What the curves show stays as lines; the curves begin anew. */
  #keepLines(): void {
    for (let i = this.items.length - 1; i >= 0; i--) {
      const item = this.items[i] as GraphItem;
      if (item.kind !== "curve") continue;
      const [x, y] = item.local?.points() ?? native.curve(this.id, item.index);
      if (x.length < 2) continue;
      const label = this.#familyLabel === "" ? "" : this.#familyValue;
      const line: LineItem = { kind: "line", label, x: Array.from(x), y: Array.from(y), ink: item.ink, kept: true };
      this.items.splice(i, 0, line);
    }
    this.#readFamily();
  }

  #family(given: Given): void {
    if (given.isText(1)) {
      const text = given.text(1);
      this.#familyLabel = text.length > 1 ? text : "";
      this.#readFamily(given.self);
      return;
    }
    this.#isFamily = given.whole(1, 0, 1) === 1;
    if (this.#isFamily) this.eraseLines();
    else for (const item of this.items) if (item.kind === "curve") item.ink = item.own;
    this.#setKeep(this.#isFamily);
  }

  #readFamily(self: Handle = 0): void {
    if (this.#familyLabel === "") return;
    this.#familyValue = String(Number(native.valueIn(this.#familyLabel, self).toPrecision(6)));
  }

  #setKeep(on: boolean): void {
    this.#keepsLines = on;
    this.tellNative();
  }

  protected override runOwnMenu(label: string): boolean {
    switch (label) {
      case "Keep Lines":
        if (this.#keepsLines) this.#setKeep(false);
        else {
          this.#keepLines();
          this.#endLocal();
          native.beginCurves(this.id);
          this.#setKeep(true);
        }
        return true;
      case "View = plot":
        this.#fit = true;
        return true;
      case "View Axis":
      case "View Box":
      case "Erase Axis": {
        const mode = label === "View Axis" ? "view" : label === "View Box" ? "box" : "none";
        this.#axes = { x: mode, y: mode };
        return true;
      }
      case "10% Zoom out": {
        const { left, right, bottom, top } = this.view;
        const [dx, dy] = [0.1 * (right - left), 0.1 * (top - bottom)];
        this.setView({ left: left - dx, right: right + dx, bottom: bottom - dy, top: top + dy });
        return true;
      }
      default:
        return super.runOwnMenu(label);
    }
  }

  protected eraseLines(): void {
    this.#endLocal();
    const curves = this.items.filter((item) => item.kind === "curve");
    this.items = this.items.filter((item) => {
      const stays =
        item.kind === "label" || item.kind === "glyph" || item.kind === "axis" || (item.kind === "live" && item.stays);
      if (!stays) release(item);
      return stays;
    });
    this.items.push(...curves);
    native.beginCurves(this.id);
  }

  protected eraseAll(): void {
    this.#endLocal();
    for (const item of this.items) release(item);
    this.items = [];
    this.labels.n = 0;
    native.clearCurves(this.id);
  }

  /** The Graph is gone: what it held may go. */
  end(): void {
    this.#endLocal();
    for (const item of this.items) release(item);
    this.items = [];
    this.close();
  }

  // Vectors and other things that are read when they are drawn ----------------------------------------------------------

  #addPlot(given: Given): void {
    const plot = given.object(1, "RangeVarPlot");
    this.addLive(plot, native.plotName(handleOf(plot)), this.ink(given, 2), () => pathOf(plot), true);
    this.labels.n += 1;
  }

  /** A Vector against another, or against its own index times `step`. */
  addLiveVector(y: HocObject, x: HocObject | number, how: Ink): void {
    const points = () => {
      const values = numbersOf(y);
      const xs = typeof x === "number" ? values.map((_, i) => i * x) : numbersOf(x);
      const n = Math.min(values.length, xs.length);
      return { x: xs.subarray(0, n), y: values.subarray(0, n) };
    };
    const label = native.vectorLabel(handleOf(y));
    if (label !== "") this.labels.n += 1;
    this.addLive(y, label, how, points, false, typeof x === "number" ? [] : [x]);
  }

  addLive(
    object: HocObject,
    label: string,
    how: Ink,
    points: LiveItem["points"],
    stays: boolean,
    more: HocObject[] = [],
  ): void {
    const holds = [object, ...more].map((each) => new Kept(each));
    this.items.push({ kind: "live", label, ink: how, holds, points, stays });
  }

  #addVector(given: Given): void {
    const n = given.whole(1, 1, 1e5);
    const [xs, ys] = [given.place(2), given.place(3)];
    const read = (place: { get(i: number): number }) => Array.from({ length: n }, (_, i) => place.get(i));
    this.items.push({ kind: "line", label: "", x: read(xs), y: read(ys), ink: this.ink(given, 4), kept: false });
  }

  #addGlyph(given: Given): void {
    const glyph = native.graphicalId(handleOf(given.object(1, "Glyph")));
    const fixed = given.whole(7, 0, 2, 0);
    this.items.push({
      kind: "glyph",
      glyph,
      x: given.number(2),
      y: given.number(3),
      frame: frames[fixed] as "drawing" | "window",
      scaleX: given.number(4, 1),
      scaleY: given.number(5, 1),
      angle: given.number(6, 0),
      fixed: fixed > 0,
    });
  }

  // What it shows -------------------------------------------------------------------------------------------------------

  #drawnItems() {
    return this.items.filter(
      (item) =>
        item.kind === "curve" ||
        item.kind === "line" ||
        (item.kind === "live" && item.holds.every((each) => each.isAlive)),
    ) as (CurveItem | LineItem | LiveItem)[];
  }

  lines(): LineDescription[] {
    return this.#drawnItems().map((item) => {
      if (item.kind === "curve") return this.#curve(item);
      if (item.kind === "line") return described(item);
      return { label: item.label, ...item.points(), ink: item.ink, kept: false, source: "", labelPlace: undefined };
    });
  }

  #curve(item: CurveItem): LineDescription {
    const [x, y] = item.local?.points() ?? native.curve(this.id, item.index);
    const { label, ink: how, source, place } = item;
    const labelPlace = place.isGiven ? { x: place.x, y: place.y, frame: frames[place.fixed] } : undefined;
    return { label, x, y, ink: how, kept: false, source, labelPlace };
  }

  /** Under CVode's local step nobody calls `plot`: each curve is recorded with the times of its own cell. */
  #simgraph(): number {
    this.#begin();
    for (const item of this.items) {
      if (item.kind !== "curve") continue;
      item.local = recordLocally(this.id, item.index);
      if (item.local === undefined)
        saysOnce(
          `Graph.simgraph of "${item.label}"`,
          "under the local step there are curves of variables only, for an expression of several has no times of its own",
        );
    }
    this.#hasLocal = true;
    this.tellNative();
    return 1;
  }

  #endLocal(): void {
    if (!this.#hasLocal) return;
    for (const item of this.items) {
      if (item.kind !== "curve") continue;
      item.local?.end();
      item.local = undefined;
    }
    this.#hasLocal = false;
    this.tellNative();
  }

  describe(): GraphDescription {
    return {
      kind: "graph",
      ...this.drawn(),
      xAxis: this.#axes.x,
      yAxis: this.#axes.y,
      extent: this.extent(),
      fit: this.#fit,
    };
  }
}

function release(item: GraphItem): void {
  if (item.kind === "live") for (const each of item.holds) each.release();
}
