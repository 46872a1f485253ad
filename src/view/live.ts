// The live page's model side: what is shown, kept in step with the model, and told to each page at its own pace.
import { h } from "../hoc/h.js";
import { type Asked, answer } from "./asked.js";
import { Control, frameTime, type Shown } from "./control.js";
import type { ModelSide } from "./model-side.js";
import type { Checked } from "./options.js";
import { PageLink, type Socket } from "./page-link.js";
import {
  type ClientMessage,
  encodeFrame,
  type SceneMessage,
  type ServerMessage,
  type StateMessage,
} from "./protocol.js";
import { ShownModel } from "./shown.js";
import { Speed } from "./speed.js";
import { type Spikes, spikesOf } from "./spikes.js";
import { Traces } from "./traces.js";
import { variablesOf } from "./values.js";

/** How often a model at rest is looked at, ms; and the most of the time that this may take. */
const rest = { pause: 250, share: 0.02 };

/** Points of a line for each frame, and for a page that has none yet. */
const points = { frame: 400, first: 4000 };

export class Live implements Shown, Asked {
  readonly control: Control;
  readonly #options: Checked;
  readonly #pages = new Set<PageLink>();
  readonly #shown: ShownModel;
  readonly #traces: Traces;
  readonly #spikes: Spikes | undefined;
  readonly #speed = new Speed();
  #epoch = 0;
  #lastTime = 0;
  #lastFrame = 0;
  #timer: NodeJS.Timeout | undefined;
  #atRest: NodeJS.Timeout | undefined;
  #scaled = "";
  #problem = "";
  #problemOf: "frame" | "other" = "other";

  /** The model's own panels and graphs, where they are shown. */
  readonly #model: ModelSide | undefined;

  constructor(options: Checked, model?: ModelSide) {
    this.#options = options;
    this.#model = model;
    this.#shown = new ShownModel(options);
    this.#traces = new Traces(options.traces);
    this.#spikes = spikesOf(options.spikes);
    this.#shown.look(true);
    this.#lastTime = h.t;
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
    this.#lookAtRest(rest.pause);
    page.tell(this.#state);
    if (this.#model !== undefined) page.tell(this.#model.panels);
    if (this.#problem !== "") page.tell({ type: "problem", text: this.#problem });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#atRest);
    await this.control.close();
    this.#traces.dispose();
  }

  isWatched(): boolean {
    return this.#pages.size > 0;
  }

  begins(isReset: boolean): void {
    this.#tellProblem("", "other");
    this.#speed.begin(isReset ? 0 : h.t);
    if (!isReset) return;
    this.#traces.arm();
    this.#newEpoch();
  }

  moved(): void {
    this.#traces.sample(h.t);
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
    this.#traces.arm();
  }

  /** A model that the program changes between runs tells nobody: it is looked at, the more seldom the larger it is. */
  #lookAtRest(pause: number): void {
    clearTimeout(this.#atRest);
    this.#atRest = setTimeout(() => {
      if (this.#pages.size === 0) return;
      const started = performance.now();
      try {
        if (this.#state.status === "idle" && this.#shown.hasChanged()) this.#draw();
      } catch (error) {
        this.problem(error);
      }
      this.#lookAtRest(Math.max(rest.pause, (performance.now() - started) / rest.share));
    }, pause).unref();
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
      const values = this.#shown.read();
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
    if (page.version !== this.#shown.version) {
      page.version = this.#shown.version;
      const traces: ServerMessage = { type: "traces", traces: this.#traces.all };
      page.tellModel([this.#scene(), traces, this.#parameters()], this.#shown.shape);
    }
    if (!page.isReady) return;
    this.#model?.showPictures(page);
    if (page.epoch !== this.#epoch) page.forget();
    page.epoch = this.#epoch;
    const traces = this.#traces.all.map((trace) => {
      const had = page.had.get(trace.id);
      const piece = trace.since(had ?? 0, had === undefined ? points.first : points.frame);
      page.had.set(trace.id, trace.length);
      return piece;
    });
    const spikes = this.#spikes?.since(page.spikesHad);
    page.sendFrame(
      encodeFrame({
        version: this.#shown.version,
        epoch: this.#epoch,
        t: h.t,
        stop: this.control.stopTime,
        rate: this.control.state.status === "running" ? this.#speed.at(h.t) : 0,
        values,
        traces: traces.filter(({ t }) => t.length > 0),
        spikeTimes: spikes?.times ?? new Float32Array(),
        spikeRows: spikes?.rows ?? new Float32Array(),
      }),
    );
  }

  #isBehind(page: PageLink): boolean {
    return (
      page.version !== this.#shown.version ||
      page.epoch !== this.#epoch ||
      this.#model?.isBehind(page) ||
      this.#traces.all.some((trace) => (page.had.get(trace.id) ?? 0) < trace.length) ||
      (this.#spikes?.lengths().some((length, i) => (page.spikesHad[i] ?? 0) < length) ?? false)
    );
  }

  /** Whether it is another model than the one that was shown, and if time has gone back: then lines begin anew. */
  #lookAtModel(): void {
    this.#shown.look(this.#state.status === "idle");
    if (h.t < this.#lastTime - 1e-9) this.#newEpoch();
    this.#lastTime = h.t;
  }

  #newEpoch(): void {
    this.#epoch++;
    this.#lastTime = h.t;
  }

  #asked(message: ClientMessage): void {
    try {
      if (this.#model?.answer(message)) this.changed();
      else answer(message, this);
    } catch (error) {
      this.problem(error);
    }
  }

  setParameter(index: number, value: number): void {
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

  recolor(name: string): void {
    this.#shown.recolor(name);
    this.#tellColor();
    this.#frame(true);
  }

  pick(index: number): void {
    const picked = this.#shown.segment(index);
    const trace = picked && this.#traces.add(picked);
    if (trace === undefined) return;
    if (this.control.state.status === "idle") trace.arm();
    this.#tell({ type: "traces", traces: this.#traces.all });
  }

  untrace(id: number): void {
    if (!this.#traces.remove(id)) return;
    for (const page of this.#pages) page.had.delete(id);
    this.#tell({ type: "traces", traces: this.#traces.all });
  }

  #scene(): SceneMessage {
    return {
      type: "scene",
      version: this.#shown.version,
      title: this.#options.title,
      sections: this.#shown.sections.map((section) => [String(section), section.nseg]),
      color: this.#shown.color ?? { name: "", label: "", low: 0, high: 1 },
      variables: variablesOf(this.#shown.sections),
      parameters: this.#options.parameters.map(({ name, unit, min, max, step }) => ({ name, unit, min, max, step })),
      rows: this.#spikes === undefined ? null : this.#spikes.names,
    };
  }

  #parameters(): ServerMessage {
    return { type: "parameters", values: this.#options.parameters.map(({ own }) => own.get()) };
  }

  #tellColor(): void {
    const { color } = this.#shown;
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
