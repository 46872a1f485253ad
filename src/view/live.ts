// The live page's model side: what is shown, kept in step with the model, and told to each page at its own pace.
import { h } from "../hoc/h.js";
import type { Section } from "../hoc/section.js";
import { type SegmentValue, sectionsOf } from "../plots/sections.js";
import { Control, frameTime, type Shown } from "./control.js";
import type { ModelSide } from "./model-side.js";
import type { Checked } from "./options.js";
import { PageLink, type Socket } from "./page-link.js";
import {
  type ClientMessage,
  encodeFrame,
  encodeShape,
  type SceneMessage,
  type ServerMessage,
  type StateMessage,
} from "./protocol.js";
import { offsetsOf, shapeOf } from "./scene.js";
import { type Spikes, spikesOf } from "./spikes.js";
import { Trace, tracesOf } from "./traces.js";
import { SegmentValues, variablesOf } from "./values.js";

/** Points of a line for each frame, and for a page that has none yet. */
const points = { frame: 400, first: 4000 };
/** Lines on the page at the same time. */
const mostTraces = 24;

export class Live implements Shown {
  readonly control: Control;
  readonly #options: Checked;
  readonly #pages = new Set<PageLink>();
  #traces: Trace[] = [];
  #spikes: Spikes | undefined;
  #nextTrace = 0;
  #color: SegmentValue;
  #sections: readonly Section[] = [];
  #values: SegmentValues | undefined;
  #shape: ArrayBuffer = new ArrayBuffer(0);
  #version = 0;
  #epoch = 0;
  /** By which a change of the model shows. */
  #counts = "";
  #lastTime = 0;
  #lastFrame = 0;
  #timer: NodeJS.Timeout | undefined;
  #speedFrom = { model: 0, real: 0 };
  #rate = 0;
  #scaled = "";
  #problem = "";
  #problemOf: "frame" | "other" = "other";

  /** The model's own panels and graphs, where they are shown. */
  readonly #model: ModelSide | undefined;

  constructor(options: Checked, model?: ModelSide) {
    this.#options = options;
    this.#model = model;
    this.#color = options.color;
    for (const [name, target] of tracesOf(options.traces)) this.#addTrace(name, target, false);
    this.#spikes = spikesOf(options.spikes);
    this.#lookAtModel();
    this.control = new Control(this, options.duration, options.vInit);
  }

  connect(socket: Socket): void {
    const page = new PageLink(
      socket,
      (message) => this.#asked(message),
      () => this.#pages.delete(page),
    );
    this.#pages.add(page);
    this.#frame(true);
    page.tell(this.#state);
    if (this.#model !== undefined) page.tell(this.#model.panels);
    if (this.#problem !== "") page.tell({ type: "problem", text: this.#problem });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.control.close();
    for (const trace of this.#traces) trace.dispose();
  }

  isWatched(): boolean {
    return this.#pages.size > 0;
  }

  begins(isReset: boolean): void {
    this.#tellProblem("", "other");
    this.#speedFrom = { model: isReset ? 0 : h.t, real: performance.now() };
    this.#rate = 0;
    if (!isReset) return;
    for (const trace of this.#traces) trace.arm();
    this.#newEpoch();
  }

  moved(): void {
    for (const trace of this.#traces) trace.sample(h.t);
    this.#frame();
  }

  changed(): void {
    if (this.control !== undefined) this.#tell(this.#state);
    this.#frame();
  }

  problem(error: unknown): void {
    this.#tellProblem(textOf(error), "other");
  }

  /** While HOC runs for a button of the model, no run in pieces is under way, and the page shows one all the same. */
  get #state(): StateMessage {
    const { state } = this.control;
    return this.#model === undefined || this.#model.status === "idle"
      ? state
      : { ...state, status: this.#model.status, isOwn: true };
  }

  /** Before a button of the model is pressed: each step that it makes is to be seen in the traces. */
  arm(): void {
    this.#tellProblem("", "other");
    for (const trace of this.#traces) trace.arm();
  }

  /** Now, or as soon as a frame's time is over since the last one. */
  #frame(isAtOnce = false): void {
    if (this.#pages.size === 0) return;
    const wait = this.#lastFrame + frameTime - performance.now();
    if (wait > 1 && !isAtOnce) {
      this.#timer ??= setTimeout(() => this.#draw(), wait);
      return;
    }
    this.#draw();
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastFrame = performance.now();
    try {
      this.#lookAtModel();
      const values = this.#values?.read() ?? new Float32Array();
      this.#tellColor();
      this.#tell(this.#model?.changedPanels());
      for (const page of this.#pages) this.#show(page, values);
      if (this.#problemOf === "frame") this.#tellProblem("", "other");
    } catch (error) {
      this.#tellProblem(textOf(error), "frame");
    }
    // A page that was not ready gets what it has missed.
    if ([...this.#pages].some((page) => this.#isBehind(page))) this.#timer = setTimeout(() => this.#draw(), frameTime);
  }

  #show(page: PageLink, values: Float32Array): void {
    if (page.version !== this.#version) {
      page.version = this.#version;
      const traces: ServerMessage = { type: "traces", traces: this.#traces };
      page.tellModel([this.#scene(), traces, this.#parameters()], this.#shape);
    }
    if (!page.isReady) return;
    this.#model?.showPictures(page);
    if (page.epoch !== this.#epoch) page.forget();
    page.epoch = this.#epoch;
    const traces = this.#traces.map((trace) => {
      const had = page.had.get(trace.id);
      const piece = trace.since(had ?? 0, had === undefined ? points.first : points.frame);
      page.had.set(trace.id, trace.length);
      return piece;
    });
    const spikes = this.#spikes?.since(page.spikesHad);
    page.sendFrame(
      encodeFrame({
        version: this.#version,
        epoch: this.#epoch,
        t: h.t,
        stop: this.control.stopTime,
        rate: this.#rateNow(),
        values,
        traces: traces.filter(({ t }) => t.length > 0),
        spikeTimes: spikes?.times ?? new Float32Array(),
        spikeRows: spikes?.rows ?? new Float32Array(),
      }),
    );
  }

  #isBehind(page: PageLink): boolean {
    return (
      page.version !== this.#version ||
      page.epoch !== this.#epoch ||
      this.#model?.isBehind(page) ||
      this.#traces.some((trace) => (page.had.get(trace.id) ?? 0) < trace.length) ||
      (this.#spikes?.lengths().some((length, i) => (page.spikesHad[i] ?? 0) < length) ?? false)
    );
  }

  /** Model time for each second, ms: since the run began, and then over the last second or so. */
  #rateNow(): number {
    const [model, real] = [h.t, performance.now()];
    const seconds = (real - this.#speedFrom.real) / 1000;
    if (this.control.state.status !== "running") return 0;
    if (seconds > 1) {
      this.#rate = (model - this.#speedFrom.model) / seconds;
      this.#speedFrom = { model, real };
    } else if (this.#rate === 0 && seconds > 0.1) return (model - this.#speedFrom.model) / seconds;
    return this.#rate;
  }

  /** Whether it is another model than the one that was shown, and if time has gone back: then lines begin anew. */
  #lookAtModel(): void {
    const cvode = h.CVode();
    const counts = `${cvode.structure_change_count()} ${cvode.diam_change_count()}`;
    if (counts !== this.#counts) {
      this.#counts = counts;
      this.#rebuild();
    }
    if (h.t < this.#lastTime - 1e-9) this.#newEpoch();
    this.#lastTime = h.t;
  }

  #rebuild(): void {
    this.#version++;
    const { sections } = this.#options;
    const all = [...h.allsec()];
    this.#sections = sections === undefined ? all : sectionsOf("view", sections);
    this.#values = undefined;
    this.#shape = encodeShape(shapeOf(this.#version, this.#sections));
    if (this.#sections.length > 0) this.#values = new SegmentValues(this.#sections, this.#color, this.#options.domain);
    this.#values?.read();
  }

  #newEpoch(): void {
    this.#epoch++;
    this.#lastTime = h.t;
  }

  #addTrace(name: string | undefined, target: unknown, isRemovable: boolean): Trace {
    const trace = new Trace(this.#nextTrace++, name, target, isRemovable);
    this.#traces.push(trace);
    return trace;
  }

  #asked(message: ClientMessage): void {
    try {
      this.#answer(message);
    } catch (error) {
      this.problem(error);
    }
  }

  #answer(message: ClientMessage): void {
    if (this.#model?.answer(message)) {
      this.changed();
      return;
    }
    switch (message.type) {
      case "run":
        this.control.run(message.duration);
        break;
      case "restart":
        void this.control.restart(message.duration);
        break;
      case "pause":
      case "resume":
      case "stop":
        this.control[message.type]();
        break;
      case "speed":
        this.control.setSpeed(message.value);
        break;
      case "set":
        this.#set(message.index, message.value);
        break;
      case "color":
        this.#recolor(message.name);
        break;
      case "trace":
        this.#pick(message.segment);
        break;
      case "untrace":
        this.#untrace(message.id);
        break;
    }
  }

  #set(index: number, value: number): void {
    const parameter = this.#options.parameters[index];
    if (parameter === undefined) return;
    const { min, max, own } = parameter;
    try {
      own.set(Math.min(max, Math.max(min, value)));
    } finally {
      this.#tell(this.#parameters());
      this.#frame();
    }
  }

  #recolor(name: string): void {
    if (this.#sections.length === 0) return;
    const domain = name === this.#options.color ? this.#options.domain : undefined;
    this.#values = new SegmentValues(this.#sections, name, domain);
    this.#color = name;
    this.#values.read();
    this.#tellColor();
    this.#frame(true);
  }

  #pick(index: number): void {
    const offsets = offsetsOf(this.#sections);
    const at = offsets.findLastIndex((first) => first <= index);
    const section = this.#sections[at];
    const i = index - (offsets[at] ?? 0);
    if (section === undefined || i >= section.nseg || this.#traces.length >= mostTraces) return;
    const name = typeof this.#color === "string" ? this.#color : "v";
    const x = (i + 0.5) / section.nseg;
    const segment = section(x) as unknown as Record<string, unknown>;
    const label = `${String(section)}(${Number(x.toPrecision(4))}).${name}`;
    if (this.#traces.some((trace) => trace.label === label)) return;
    const trace = this.#addTrace(label, segment[`_ref_${name}`], true);
    if (this.control.state.status === "idle") trace.arm();
    this.#tell({ type: "traces", traces: this.#traces });
  }

  #untrace(id: number): void {
    const trace = this.#traces.find((each) => each.id === id && each.isRemovable);
    if (trace === undefined) return;
    trace.dispose();
    this.#traces = this.#traces.filter((each) => each !== trace);
    for (const page of this.#pages) page.had.delete(id);
    this.#tell({ type: "traces", traces: this.#traces });
  }

  #scene(): SceneMessage {
    return {
      type: "scene",
      version: this.#version,
      title: this.#options.title,
      sections: this.#sections.map((section) => [String(section), section.nseg]),
      color: this.#values?.info() ?? { name: "", label: "", low: 0, high: 1 },
      variables: variablesOf(this.#sections),
      parameters: this.#options.parameters.map(({ name, unit, min, max, step }) => ({ name, unit, min, max, step })),
      rows: this.#spikes === undefined ? null : this.#spikes.names,
    };
  }

  #parameters(): ServerMessage {
    return { type: "parameters", values: this.#options.parameters.map(({ own }) => own.get()) };
  }

  #tellColor(): void {
    const color = this.#values?.info();
    const text = JSON.stringify(color);
    if (color === undefined || text === this.#scaled) return;
    this.#scaled = text;
    this.#tell({ type: "color", color });
  }

  #tellProblem(text: string, of: "frame" | "other"): void {
    this.#problemOf = of;
    if (text === this.#problem) return;
    this.#problem = text;
    this.#tell({ type: "problem", text });
  }

  #tell(message: ServerMessage | undefined): void {
    if (message !== undefined) for (const page of this.#pages) page.tell(message);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
