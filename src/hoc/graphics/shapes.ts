// Shape, PlotShape and PPShape: pictures of sections.
import { ArgumentRangeError } from "../../core/errors.js";
import type { Handle } from "../../engine/binding.js";
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf, infoOf, isObjectAlive } from "../object.js";
import { handleOfSection, type Section, sectionFor } from "../section.js";
import type { Segment } from "../segment.js";
import type { LineDescription, PlaceColor, PlaceMark, ShapeDescription } from "./description.js";
import { saysOnce } from "./display.js";
import { described } from "./drawn.js";
import { type Action, currentSection, type Given, type Variable } from "./given.js";
import { ink, markOf } from "./inks.js";
import { neuron } from "./neuron.js";
import { Scene } from "./scene.js";
import { show } from "./windows.js";

type Rows = [number[], number[], number[]];
const unturned = (): Rows => [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const modes = ["diameters", "centroid", "schematic"] as const;

export class Shape extends Scene {
  readonly cls: "Shape" | "PlotShape" | "PPShape";
  /** Those that it shows; none: all. */
  #observed: Section[] | undefined;
  #mode = 0;
  #variable: string | undefined;
  #scale: [number, number] = [-80, 40];
  #colormap: string[] | undefined;
  #colors: PlaceColor[] = [];
  #places: (PlaceMark & { readonly process: HocObject | undefined })[] = [];
  #squares: { readonly variable: Variable; readonly x: number; readonly y: number; readonly size: number }[] = [];
  #lengths = new Map<Section, number>();
  #rotation = unturned();
  #selected: Section | undefined;
  /** What a click on a section does. */
  action: Action | undefined;

  constructor(cls: Shape["cls"], id: number, object: Handle, given: Given) {
    super(id, object, { left: -100, right: 100, bottom: -100, top: 100 });
    this.cls = cls;
    if (cls === "PlotShape") this.#variable = "v";
    let next = 1;
    if (given.isObject(1)) {
      const list = given.object(1, ...(cls === "PPShape" ? ["List"] : ["SectionList"]));
      if (cls === "PPShape")
        for (const process of list as unknown as Iterable<HocObject>) this.#markProcess(process, 1, "O", 8);
      else this.#observed = sectionsIn(list);
      next++;
    }
    if (cls === "PPShape" || given.whole(next, 0, 1, 1) === 1) show(this);
    else this.isOpen = true;
  }

  call(name: string, given: Given): unknown {
    switch (name) {
      case "show":
        if (!given.has(1)) return this.#mode;
        this.#mode = given.whole(1, 0, 2);
        return 1;
      case "observe":
        this.#observed = given.has(1) ? sectionsIn(given.object(1, "SectionList")) : undefined;
        return 0;
      case "rotate":
        this.#rotate(given);
        return 0;
      case "variable":
        if (given.isText(1)) this.#variable = given.text(1);
        else saysOnce("PlotShape.variable", "the name of a range variable is expected; other values are not shown");
        return 1;
      case "scale": {
        const [low, high] = [given.number(1), given.number(2)];
        if (!(low < high)) throw new ArgumentRangeError(`${given.call}: expected low < high, got ${low} and ${high}.`);
        this.#scale = [low, high];
        return 1;
      }
      case "colormap":
        this.#setColormap(given);
        return 1;
      case "hinton":
        this.#squares.push({ variable: given.place(1), x: given.number(2), y: given.number(3), size: given.number(4) });
        return 1;
      case "color":
        this.#setColor(given);
        return 0;
      case "color_all":
        this.#colors = this.#sections().map((section) => ({ section, x: undefined, ink: ink(given.number(1), 0) }));
        return 0;
      case "color_list":
        for (const section of sectionsIn(given.object(1, "SectionList")))
          this.#colors.push({ section, x: undefined, ink: ink(given.number(2), 0) });
        return 0;
      case "select":
        this.#selected = currentSection(given.call);
        return 1;
      case "action":
        this.action = given.action(1);
        saysOnce("Shape.action", "there is no mouse to choose a section with");
        return 1;
      case "point_mark":
        this.#pointMark(given);
        return 0;
      case "point_mark_remove":
        // A variable that holds none any more: all, as without one.
        if (!given.has(1) || given.at(1) === null) this.#places = [];
        else this.#places = this.#places.filter(({ process }) => process !== given.object(1));
        return 0;
      case "append":
        this.#markProcess(given.object(1), 1, "O", 8);
        return 0;
      case "len_scale": {
        const section = currentSection(given.call);
        if (given.has(1)) this.#lengths.set(section, given.number(1));
        return this.#lengths.get(section) ?? 1;
      }
      case "nearest":
        saysOnce("nearest", "places are found in a picture on a display only");
        return 1e20;
      case "push_seleced": // so NEURON spells it
        return this.#pushSelected();
      case "nearest_seg":
        saysOnce("nearest", "places are found in a picture on a display only");
        return null;
      case "selected_seg":
        return this.#selectedSegment();
      default:
        return this.callCommon(name, given) ?? 0;
    }
  }

  #selectedSegment(): Segment | null {
    if (this.#selected === undefined || !native.alive(handleOfSection(this.#selected))) return null;
    return this.#selected(0.5) as Segment;
  }

  #pushSelected(): number {
    const segment = this.#selectedSegment();
    if (segment === null) return -1;
    native.pushSection(handleOfSection(segment.sec as Section));
    return segment.x;
  }

  #setColor(given: Given): void {
    const how = ink(given.number(1), 0);
    if (!given.has(2)) this.#colors.push({ section: currentSection(given.call), x: undefined, ink: how });
    else this.#colors.push({ ...given.location(2), ink: how });
  }

  #setColormap(given: Given): void {
    if (given.has(4)) {
      const [i, ...rgb] = [given.whole(1, 0, 255), ...[2, 3, 4].map((n) => given.whole(n, 0, 255))] as [
        number,
        ...number[],
      ];
      this.#colormap ??= [];
      this.#colormap[i] = `#${rgb.map((level) => level.toString(16).padStart(2, "0")).join("")}`;
    } else {
      this.#colormap = Array.from({ length: given.whole(1, 0, 1000) }, () => "#000000");
    }
  }

  #pointMark(given: Given): void {
    const color = given.number(2);
    if (!given.isNumber(1) && given.isObject(1)) {
      const style = given.has(3) ? (given.isText(3) ? markOf(given.text(3)) : markOf(given.number(3))) : "O";
      if (style === undefined) throw given.wrong(3, "a mark: + o s t O S T | -, or its number");
      this.#markProcess(given.object(1), color, style, given.number(4, 8));
    } else {
      this.#places.push({ ...given.location(1), style: "O", size: 8, ink: ink(color, 0), process: undefined });
    }
  }

  #markProcess(process: HocObject, color: number, style: PlaceMark["style"], size: number): void {
    const segment = segmentOf(process);
    if (segment === null) return;
    this.#places.push({ section: segment.sec as Section, x: segment.x, style, size, ink: ink(color, 0), process });
  }

  /** Marks of processes are where these are now. */
  #marks(): PlaceMark[] {
    const found: PlaceMark[] = [];
    for (const { process, ...place } of this.#places) {
      if (process === undefined) found.push(place);
      else if (isObjectAlive(process)) {
        const segment = segmentOf(process);
        if (segment !== null) found.push({ ...place, section: segment.sec as Section, x: segment.x });
      }
    }
    return found;
  }

  /** About a point, by angles in radians, from where it stands now. */
  #rotate(given: Given): void {
    if (!given.has(1)) {
      this.#rotation = unturned();
      return;
    }
    const [ax, ay, az] = given.numbers(4, 3);
    const [cx, sx, cy, sy, cz, sz] = [ax, ay, az].flatMap((a) => [Math.cos(a), Math.sin(a)]) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const about: Rows[] = [
      [
        [1, 0, 0],
        [0, cx, -sx],
        [0, sx, cx],
      ],
      [
        [cy, 0, sy],
        [0, 1, 0],
        [-sy, 0, cy],
      ],
      [
        [cz, -sz, 0],
        [sz, cz, 0],
        [0, 0, 1],
      ],
    ];
    for (const turn of about) this.#rotation = times(turn, this.#rotation);
  }

  #sections(): Section[] {
    if (this.#observed !== undefined) return this.#observed.filter((section) => native.alive(handleOfSection(section)));
    return native.allSections().map(sectionFor);
  }

  lines(): LineDescription[] {
    return this.items.filter((item) => item.kind === "line").map(described);
  }
  protected eraseLines(): void {
    this.items = this.items.filter((item) => item.kind === "label");
  }
  protected eraseAll(): void {
    this.items = [];
    this.#squares = [];
  }
  end(): void {
    this.close();
  }

  protected override runOwnMenu(label: string): boolean {
    const mode = ["Show Diam", "Centroid", "Schematic"].indexOf(label);
    if (mode >= 0) this.#mode = mode;
    return mode >= 0 || label === "Shape Plot" || super.runOwnMenu(label);
  }

  describe(): ShapeDescription {
    const alive = ({ section }: { section: Section }) => native.alive(handleOfSection(section));
    return {
      kind: "shape",
      ...this.drawn(),
      sections: this.#sections(),
      mode: modes[this.#mode] as (typeof modes)[number],
      variable: this.#variable,
      scale: this.#scale,
      colormap: this.#colormap,
      colors: this.#colors.filter(alive),
      places: this.#marks().filter(alive),
      squares: this.#squares.map(({ variable, x, y, size }) => ({ value: variable.get(), x, y, size })),
      lengths: new Map([...this.#lengths].filter(([section]) => native.alive(handleOfSection(section)))),
      selected: this.#selectedSegment()?.sec as Section | undefined,
      rotation: this.#rotation,
      hasView: this.hasView,
    };
  }
}

/** Where a process is; an artificial cell is nowhere. */
function segmentOf(process: HocObject): Segment | null {
  if (neuron.isArtificial(infoOf(process).name)) return null;
  return (process as unknown as { get_segment?(): Segment | null }).get_segment?.() ?? null;
}

function times(a: Rows, b: Rows): Rows {
  return a.map((row) =>
    [0, 1, 2].map((j) => row.reduce((sum, x, k) => sum + x * ((b[k] as number[])[j] as number), 0)),
  ) as Rows;
}

function sectionsIn(list: HocObject): Section[] {
  return native.sectionsInList(handleOf(list)).map(sectionFor);
}
