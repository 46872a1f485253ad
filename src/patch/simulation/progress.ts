// How far a run is, for someone who waits: a bar on a terminal, or a plain line every few seconds.
import type { SimulationStep } from "./options.js";

/** The part of a stream that is needed. A terminal that does not know how wide it is says 0. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** On a terminal, s: often enough to be smooth, seldom enough to cost nothing. On others, not to fill a log. */
const pauses = { terminal: 0.1, line: 5 };
const eighths = " ▏▎▍▌▋▊▉";

export class Progress {
  readonly #screen: Screen;
  readonly #isTerminal: boolean;
  #shownAt = 0;
  #isShown = false;
  #last: SimulationStep | undefined;

  constructor(screen: Screen = process.stderr) {
    this.#screen = screen;
    this.#isTerminal = screen.isTTY === true;
  }

  show(step: SimulationStep): void {
    this.#last = step;
    const pause = this.#isTerminal ? pauses.terminal : pauses.line;
    if (step.elapsed < this.#shownAt + pause) return;
    this.#draw(step);
  }

  /** The run is over, or was stopped: what is on the terminal stays there. */
  end(): void {
    const step = this.#last;
    if (step === undefined) return;
    if (this.#isTerminal || !this.#isShown || this.#shownAt < step.elapsed) this.#draw(step);
    if (this.#isTerminal) this.#screen.write("\n");
    this.#last = undefined;
  }

  #draw(step: SimulationStep): void {
    this.#shownAt = step.elapsed;
    this.#isShown = true;
    this.#screen.write(
      this.#isTerminal ? `\r\u001b[2K${barOf(step, this.#screen.columns || 80)}` : `${lineOf(step)}\n`,
    );
  }
}

function lineOf({ t, stop, fraction, elapsed, remaining }: SimulationStep): string {
  const rest = fraction < 1 ? `, ${span(remaining)} left` : "";
  return `${percent(fraction)}  ${number(t)} of ${number(stop)} ms  ${span(elapsed)}${rest}`;
}

function barOf(step: SimulationStep, columns: number): string {
  const text = lineOf(step);
  const width = Math.min(30, columns - text.length - 4);
  if (width < 8) {
    // In a narrow one, as much as fits.
    const { t, stop, fraction } = step;
    const all = [text, `${percent(fraction)}  ${number(t)} of ${number(stop)} ms`, percent(fraction)];
    return all.find((line) => line.length < columns) ?? "";
  }
  const filled = Math.round(step.fraction * width * 8);
  const whole = "█".repeat(Math.floor(filled / 8));
  const part = filled % 8 === 0 ? "" : (eighths[filled % 8] as string);
  return `▕${(whole + part).padEnd(width)}▏ ${text}`;
}

function percent(fraction: number): string {
  return `${String(Math.floor(fraction * 100)).padStart(3)} %`;
}

/** Model time to the digits that matter to someone who waits. */
function number(ms: number): string {
  return String(Number(ms.toPrecision(4)));
}

function span(seconds: number): string {
  if (!Number.isFinite(seconds)) return "?";
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = String(Math.floor(seconds % 60)).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${rest} min`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest} h`;
}
