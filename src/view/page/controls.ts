// Run, pause, stop, restart, duration and speed: what can be pressed now, and what is told to the program.
import type { ClientMessage, StateMessage } from "../protocol.js";
import { byId, element } from "./dom.js";

/** Model time for each second of real time, ms; 0: as fast as it goes. */
const speeds = [0, 1, 3, 10, 30, 100, 300, 1000];

export class Controls {
  readonly #run = byId<HTMLButtonElement>("run");
  readonly #pause = byId<HTMLButtonElement>("pause");
  readonly #stop = byId<HTMLButtonElement>("stop");
  readonly #restart = byId<HTMLButtonElement>("restart");
  readonly #duration = byId<HTMLInputElement>("duration");
  readonly #speed = byId<HTMLSelectElement>("speed");
  #state: StateMessage | undefined;
  #isOn = false;

  constructor(send: (message: ClientMessage) => void) {
    this.#speed.append(...speeds.map((speed) => element("option", { value: String(speed) }, nameOf(speed))));
    const start = (type: "run" | "restart") => (): void => {
      const duration = this.#duration.valueAsNumber;
      if (duration > 0) send({ type, duration });
      else this.#duration.reportValidity();
    };
    this.#run.addEventListener("click", start("run"));
    this.#restart.addEventListener("click", start("restart"));
    this.#pause.addEventListener("click", () => send({ type: this.#state?.status === "paused" ? "resume" : "pause" }));
    this.#stop.addEventListener("click", () => send({ type: "stop" }));
    this.#speed.addEventListener("change", () => send({ type: "speed", value: Number(this.#speed.value) }));
    this.#show();
  }

  setState(state: StateMessage): void {
    if (state.duration !== this.#state?.duration) this.#duration.value = String(state.duration);
    this.#state = state;
    const speed = String(state.speed);
    if (![...this.#speed.options].some(({ value }) => value === speed))
      this.#speed.append(element("option", { value: speed }, nameOf(state.speed)));
    this.#speed.value = speed;
    this.#show();
  }

  setConnected(isOn: boolean): void {
    this.#isOn = isOn;
    this.#show();
  }

  #show(): void {
    const status = this.#isOn ? (this.#state?.status ?? "idle") : "idle";
    this.#run.disabled = !this.#isOn || status !== "idle";
    this.#pause.disabled = this.#stop.disabled = status === "idle";
    this.#restart.disabled = !this.#isOn;
    this.#pause.textContent = status === "paused" ? "Go on" : "Pause";
    document.body.dataset.status = this.#isOn ? status : "lost";
  }
}

function nameOf(speed: number): string {
  return speed === 0 ? "as fast as it goes" : `${speed} ms/s`;
}
