// The panels and graphs of a model on the live page: what they show, and what is pressed and entered.
import { PatchError } from "../core/errors.js";
import { drawings, type Panel, settle, whileRunning } from "../hoc/graphics/host.js";
import type { PanelItem } from "../hoc/graphics/items.js";
import { h } from "../hoc/h.js";
import { untyped } from "../hoc/untyped.js";
import { figureOf } from "../plots/drawing.js";
import type { PageLink } from "./page-link.js";
import type { ClientMessage, ItemInfo, PanelsMessage, Status } from "./protocol.js";

export interface Stage {
  /** A button is about to be pressed. */
  arm(): void;
  moved(): void;
  changed(): void;
  problem(error: unknown): void;
}

/** Pictures may take this part of the time in which NEURON runs. */
const share = 0.1;
/** ms between two pictures of one graph, at least. */
const pause = 100;
/** Items of a panel that are shown. */
const most = 500;

interface Picture {
  version: number;
  svg: string;
}

export class ModelSide {
  readonly #ownPanels: () => readonly Panel[];
  readonly #poll: () => void;
  readonly #numbers = new WeakMap<PanelItem, number>();
  readonly #items = new Map<number, WeakRef<PanelItem>>();
  /** What a menu had when it was opened last, of those that the model fills anew each time. */
  readonly #opened = new WeakMap<PanelItem, readonly PanelItem[]>();
  readonly #pictures = new Map<string, Picture>();
  readonly #unwatch: () => void;
  #stage: Stage | undefined;
  /** Ctrl-C came in the midst of a run of HOC's, which it has ended. */
  interrupted: () => void = () => {};
  #status: Status = "idle";
  /** HOC runs for a button. */
  #isInside = false;
  /** It was stopped before it began. */
  #isStopped = false;
  #isClosed = false;
  #count = 0;
  #told = "";
  /** Of the graphs that are open, by name. */
  #names: string[] = [];
  #next = 0;
  #drawnUntil = 0;

  /** @param poll hears, in the midst of a run of HOC's, what pages have said meanwhile */
  constructor(ownPanels: () => readonly Panel[], poll: () => void) {
    this.#ownPanels = ownPanels;
    this.#poll = poll;
    this.#unwatch = whileRunning(() => this.#inRun());
  }

  set stage(stage: Stage) {
    this.#stage = stage;
  }
  /** Of what a button of the model has begun. */
  get status(): Status {
    return this.#status;
  }
  close(): void {
    this.#isClosed = true;
    this.#unwatch();
  }

  // Panels --------------------------------------------------------------------------------------------------------------

  get panels(): PanelsMessage {
    return {
      type: "panels",
      panels: this.#ownPanels().map((panel) => ({
        title: panel.window || panel.title,
        isHorizontal: panel.isHorizontal,
        items: this.#infos(panel.items),
      })),
      pictures: this.#names,
    };
  }

  /** When anything in them is not as it was told last. */
  changedPanels(): PanelsMessage | undefined {
    this.#names = drawings().map((drawing) => String(drawing.object));
    for (const name of this.#pictures.keys()) if (!this.#names.includes(name)) this.#pictures.delete(name);
    const { panels } = this;
    const text = JSON.stringify(panels);
    if (text === this.#told) return undefined;
    this.#told = text;
    return panels;
  }

  /** A browser of all sections may have very many. */
  #infos(items: readonly PanelItem[]): ItemInfo[] {
    const infos = items.slice(0, most).map((item) => this.#info(item));
    if (items.length > most) infos.push({ id: -1, kind: "label", label: `… and ${items.length - most} more` });
    return infos;
  }

  #info(item: PanelItem): ItemInfo {
    const base: ItemInfo = { id: this.#numberOf(item), kind: item.kind, label: item.label };
    switch (item.kind) {
      case "radio":
        return { ...base, value: item.isChosen };
      case "toggle":
        return { ...base, value: item.get() };
      case "field":
      case "slider": {
        const value = item.get();
        const { isFixed, min, max } = item;
        return {
          ...base,
          value: Number.isFinite(value) ? value : null,
          isFixed,
          ...(min !== undefined && max !== undefined && { min, max }),
        };
      }
      case "menu": {
        const items = item.isDynamic ? this.#opened.get(item) : item.items;
        return { ...base, items: items?.map((each) => this.#info(each)) ?? null };
      }
      default:
        return base;
    }
  }

  #numberOf(item: PanelItem): number {
    let id = this.#numbers.get(item);
    if (id === undefined) {
      id = this.#count++;
      this.#numbers.set(item, id);
      this.#items.set(id, new WeakRef(item));
    }
    return id;
  }

  // What pages ask for --------------------------------------------------------------------------------------------------

  /** Whether it was for the model's side. */
  answer(message: ClientMessage): boolean {
    const isBusy = this.#status !== "idle";
    switch (message.type) {
      case "press":
      case "enter":
      case "open": {
        const item = this.#items.get(message.item)?.deref();
        if (item === undefined) throw new PatchError("This item is not there any more.");
        if (isBusy) this.#meanwhile(item, message);
        else this.#begin(item, message);
        return true;
      }
      case "stop":
        if (isBusy) this.#stop();
        return isBusy;
      case "pause":
        if (isBusy) this.#status = "paused";
        return isBusy;
      case "resume":
        if (isBusy) this.#status = "running";
        return isBusy;
      case "run":
      case "restart":
        return isBusy;
      default:
        return false;
    }
  }

  #begin(item: PanelItem, message: ClientMessage): void {
    this.#status = "running";
    this.#stage?.arm();
    // After this turn: a page that has heard of it, or Ctrl-C, may end it before HOC has begun.
    setImmediate(() => this.#act(item, message));
  }

  #act(item: PanelItem, message: ClientMessage): void {
    if (this.#isClosed) return;
    if (this.#isStopped) {
      this.#isStopped = false;
      this.#status = "idle";
      this.#stage?.changed();
      return;
    }
    this.#isInside = true;
    try {
      if (message.type === "open") {
        if (item.kind === "menu") this.#opened.set(item, item.items);
      } else if (message.type === "enter") {
        if ("set" in item) (item.set as (value: number | boolean) => void)(message.value);
      } else if ("press" in item) item.press();
      settle();
    } catch (error) {
      this.#stage?.problem(error);
      if ((error as { code?: string }).code === "ERR_PATCH_INTERRUPTED") this.interrupted();
    } finally {
      this.#isInside = false;
      this.#status = "idle";
      this.#drawnUntil = 0;
      for (const name of drawings().map((drawing) => String(drawing.object))) this.#draw(name);
      this.#stage?.changed();
    }
  }

  /** While NEURON runs for another button: it can be stopped, and numbers can be changed that do nothing more. */
  #meanwhile(item: PanelItem, message: ClientMessage): void {
    if (item.kind === "button" && /^\s*\{?\s*stoprun\s*=\s*1\s*\}?\s*$/.test(item.command)) this.#stop();
    else if (message.type === "enter" && (item.kind === "field" || item.kind === "slider") && item.command === "")
      item.set(message.value);
    else throw new PatchError(`"${item.label}" has to wait: the model runs. Stop it first.`);
  }

  #stop(): void {
    if (this.#isInside) untyped(h).stoprun = 1;
    else this.#isStopped = true;
    this.#status = "running";
  }

  // While HOC runs ------------------------------------------------------------------------------------------------------

  #inRun(): void {
    this.#poll();
    if (this.#status === "idle") return;
    this.#drawNext();
    this.#stage?.moved();
    if (this.#status !== "paused") return;
    this.#stage?.changed();
    const still = new Int32Array(new SharedArrayBuffer(4));
    while (this.#isPaused()) {
      Atomics.wait(still, 0, 0, 30);
      this.#poll();
    }
  }

  /** Until Ctrl-C, too, which tells NEURON to stop. */
  #isPaused(): boolean {
    return this.#status === "paused" && !untyped(h).stoprun;
  }

  // Pictures ------------------------------------------------------------------------------------------------------------

  /** One after the other, and not so often that the run would wait for them. */
  #drawNext(): void {
    if (performance.now() < this.#drawnUntil) return;
    const all = drawings();
    if (all.length === 0) return;
    this.#next = (this.#next + 1) % all.length;
    const started = performance.now();
    this.#draw(String((all[this.#next] as (typeof all)[number]).object));
    const took = performance.now() - started;
    this.#drawnUntil = performance.now() + Math.max(pause / all.length, took / share - took);
  }

  #draw(name: string): void {
    const drawing = drawings().find(({ object }) => String(object) === name);
    if (drawing === undefined) return;
    const svg = String(figureOf(drawing.describe(), { width: 560, background: "none" }));
    const known = this.#pictures.get(name);
    if (known === undefined) this.#pictures.set(name, { version: 1, svg });
    else if (known.svg !== svg) Object.assign(known, { version: known.version + 1, svg });
  }

  /** Draws all that there are, as the first page opens. */
  drawAll(): void {
    for (const { object } of drawings()) this.#draw(String(object));
  }

  /** Sends the pictures that the page has not got, as long as it takes them. */
  showPictures(page: PageLink): void {
    for (const [name, { version, svg }] of this.#pictures) {
      if (!page.isReady) return;
      if (page.pictures.get(name) === version) continue;
      page.pictures.set(name, version);
      page.sendPicture({ type: "picture", name, svg });
    }
  }

  isBehind(page: PageLink): boolean {
    return [...this.#pictures].some(([name, { version }]) => page.pictures.get(name) !== version);
  }
}
