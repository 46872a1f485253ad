// The scale bar: a round length, as long as it is where the camera looks.

/** It is at most so long, px. */
const longest = 140;

export class Ruler {
  readonly #place: HTMLElement;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** @param perMicron px for a µm */
  show(perMicron: number): void {
    if (!(perMicron > 0 && Number.isFinite(perMicron))) return;
    const most = longest / perMicron;
    const power = 10 ** Math.floor(Math.log10(most));
    const length = [5, 2, 1].map((factor) => factor * power).find((each) => each <= most) ?? power;
    this.#place.style.width = `${length * perMicron}px`;
    const text =
      length >= 1000
        ? `${length / 1000} mm`
        : length >= 1
          ? `${length} µm`
          : `${Number((length * 1000).toPrecision(3))} nm`;
    (this.#place.firstElementChild as HTMLElement).textContent = text;
  }
}
