// What a page may ask for, and who does it.
import type { Control } from "./control.js";
import type { ClientMessage } from "./protocol.js";

export interface Asked {
  readonly control: Control;
  setParameter(index: number, value: number): void;
  recolor(variable: string): void;
  /** Traces a segment. */
  pick(segment: number): void;
  untrace(id: number): void;
}

/** Does what the page wants; what belongs to the model's own panels is not for here. */
export function answer(message: ClientMessage, asked: Asked): void {
  const { control } = asked;
  switch (message.type) {
    case "run":
      control.run(message.duration);
      break;
    case "restart":
      void control.restart(message.duration);
      break;
    case "pause":
    case "resume":
    case "stop":
      control[message.type]();
      break;
    case "speed":
      control.setSpeed(message.value);
      break;
    case "set":
      asked.setParameter(message.index, message.value);
      break;
    case "color":
      asked.recolor(message.name);
      break;
    case "trace":
      asked.pick(message.segment);
      break;
    case "untrace":
      asked.untrace(message.id);
      break;
  }
}
