// Spikes: a row for each cell, a stroke for each spike.
import { axes, number } from "./axes.js";
import { element } from "./dom.js";

/** Spikes that are kept; the oldest go first. */
const most = 200_000;

export class Raster {
  readonly #place: HTMLElement;
  readonly #canvas: HTMLCanvasElement = element("canvas");
  #names: readonly string[] | undefined;
  #times: number[] = [];
  #rows: number[] = [];
  #last = 0;
  #stop = 1;
  #isAsked = false;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#canvas.setAttribute("role", "img");
    this.#canvas.setAttribute("aria-label", "Spikes over time, a row for each cell");
    place.replaceChildren(element("div", { className: "plot" }, element("h2", {}, "spikes"), this.#canvas));
    new ResizeObserver(() => this.draw()).observe(this.#canvas);
  }

  /** @param isAlone Whether no cells are shown beside it: then it is as high as it needs to be. */
  setRows(names: readonly string[] | undefined | null, isAlone: boolean): void {
    this.#place.hidden = names === null;
    this.#names = names ?? undefined;
    const most = isAlone ? 560 : 190;
    this.#canvas.style.height = `${Math.max(70, Math.min(most, 34 + 20 * (names?.length ?? (isAlone ? 24 : 10))))}px`;
    this.draw();
  }

  forget(): void {
    [this.#times, this.#rows] = [[], []];
    this.draw();
  }

  add(times: Float32Array, rows: Float32Array, stop: number): void {
    if (times.length === 0 && stop === this.#stop) return;
    this.#stop = stop;
    for (let i = 0; i < times.length; i++) {
      this.#times.push(times[i] as number);
      this.#rows.push(rows[i] as number);
      this.#last = Math.max(this.#last, rows[i] as number);
    }
    if (this.#times.length > most)
      [this.#times, this.#rows] = [this.#times.slice(-most / 2), this.#rows.slice(-most / 2)];
    this.draw();
  }

  draw(): void {
    if (this.#isAsked || this.#place.hidden) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.#draw();
    });
  }

  #draw(): void {
    if (this.#canvas.clientWidth === 0) return;
    const count = this.#names?.length ?? this.#last + 1;
    const names = this.#names;
    const area = axes(
      this.#canvas,
      { from: 0, to: this.#stop },
      { from: -0.5, to: count - 0.5 },
      (row) => names?.[row] ?? number(row),
    );
    const height = Math.max(1.5, Math.min(12, (0.75 * area.height) / count));
    area.pen.fillStyle = getComputedStyle(this.#canvas).getPropertyValue("--text");
    this.#times.forEach((t, i) => {
      area.pen.fillRect(area.x(t) - 0.6, area.y(this.#rows[i] as number) - height / 2, 1.2, height);
    });
  }
}
