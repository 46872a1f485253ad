// Traces: a chart for each unit, with a line for each trace that grows from the left.
import type { TraceInfo, TracePiece } from "../protocol.js";
import { thinned } from "../thin.js";
import { axes } from "./axes.js";
import { element } from "./dom.js";

/** Told apart by those who see few colours, too, on light and on dark ground (Okabe and Ito 2008, and their like). */
const colors = ["#2a7f9e", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#7a6fd0", "#c0392b", "#6b8e23"];

/** Points of a line that are kept: of more, every peak stays. */
const most = 8000;

class Line {
  t: number[] = [];
  y: number[] = [];
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;

  add({ t, y }: TracePiece): void {
    for (let i = 0; i < t.length; i++) {
      const value = y[i] as number;
      this.t.push(t[i] as number);
      this.y.push(value);
      if (value < this.low) this.low = value;
      if (value > this.high) this.high = value;
    }
    if (this.t.length <= 2 * most) return;
    const fewer = thinned(this.t, this.y, most);
    [this.t, this.y] = [[...fewer.t], [...fewer.y]];
  }
}

interface Chart {
  readonly unit: string;
  readonly canvas: HTMLCanvasElement;
  readonly traces: readonly TraceInfo[];
}

export class Lines {
  readonly #place: HTMLElement;
  readonly #remove: (id: number) => void;
  readonly #lines = new Map<number, Line>();
  #charts: Chart[] = [];
  #stop = 1;
  #isAsked = false;

  constructor(place: HTMLElement, remove: (id: number) => void) {
    this.#place = place;
    this.#remove = remove;
  }

  setTraces(traces: readonly TraceInfo[]): void {
    for (const id of this.#lines.keys()) if (!traces.some((trace) => trace.id === id)) this.#lines.delete(id);
    const units = [...new Set(traces.map(({ unit }) => unit))];
    this.#charts = units.map((unit) => ({
      unit,
      canvas: element("canvas"),
      traces: traces.filter((trace) => trace.unit === unit),
    }));
    this.#place.replaceChildren(...this.#charts.map((chart) => this.#chart(chart, traces)));
    for (const { canvas } of this.#charts) new ResizeObserver(() => this.draw()).observe(canvas);
    this.draw();
  }

  forget(): void {
    this.#lines.clear();
    this.draw();
  }

  add(pieces: readonly TracePiece[], stop: number): void {
    if (pieces.length === 0 && stop === this.#stop) return;
    this.#stop = stop;
    for (const piece of pieces) {
      const line = this.#lines.get(piece.id) ?? new Line();
      this.#lines.set(piece.id, line);
      line.add(piece);
    }
    this.draw();
  }

  draw(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      for (const chart of this.#charts) this.#drawChart(chart);
    });
  }

  #chart({ unit, canvas, traces }: Chart, all: readonly TraceInfo[]): HTMLElement {
    const legend = traces.map((trace) => {
      const item = element("li", {}, element("i"), trace.label);
      (item.firstElementChild as HTMLElement).style.background = colorOf(trace, all);
      if (trace.isRemovable) {
        const button = element("button", { type: "button", ariaLabel: `Take ${trace.label} away` }, "×");
        button.addEventListener("click", () => this.#remove(trace.id));
        item.append(button);
      }
      return item;
    });
    canvas.setAttribute("role", "img");
    canvas.setAttribute(
      "aria-label",
      `${traces.map(({ label }) => label).join(", ")} over time${unit && `, in ${unit}`}`,
    );
    return element(
      "div",
      { className: "plot" },
      element("h2", {}, unit || "value"),
      element("ul", { className: "legend" }, ...legend),
      canvas,
    );
  }

  #drawChart({ canvas, traces }: Chart): void {
    if (canvas.clientWidth === 0) return;
    const lines = traces.flatMap(({ id }) => this.#lines.get(id) ?? []);
    const [low, high] = [Math.min(...lines.map((line) => line.low)), Math.max(...lines.map((line) => line.high))];
    const air = high > low ? 0.06 * (high - low) : Math.abs(high) * 0.1 || 1;
    const range = Number.isFinite(low) ? { from: low - air, to: high + air } : { from: 0, to: 1 };
    const area = axes(canvas, { from: 0, to: this.#stop }, range);
    const { pen } = area;
    pen.lineWidth = 1.4;
    pen.lineJoin = "round";
    const all = this.#charts.flatMap((chart) => chart.traces);
    for (const trace of traces) {
      const line = this.#lines.get(trace.id);
      if (line === undefined) continue;
      const { t, y } = thinned(line.t, line.y, Math.max(100, 2 * Math.floor(area.width)));
      pen.strokeStyle = colorOf(trace, all);
      pen.beginPath();
      for (let i = 0; i < t.length; i++) pen.lineTo(area.x(t[i] as number), area.y(y[i] as number));
      pen.stroke();
    }
  }
}

function colorOf({ id }: TraceInfo, all: readonly TraceInfo[]): string {
  const order = all.map((trace) => trace.id).sort((a, b) => a - b);
  return colors[order.indexOf(id) % colors.length] as string;
}
