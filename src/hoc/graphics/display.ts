// How a model is met that was written for a display: what it is told where it asks, and what it cannot have.
import { PatchError } from "../../core/errors.js";
import { hooks, native, start } from "../../engine/engine.js";
import { deliver } from "../../engine/print.js";
import type { Given } from "./given.js";

/** What is answered in dialogs. */
export interface DisplayOptions {
  /** Yes to every question that asks for yes or no. Default: no. */
  readonly yes?: boolean;
  /** What is written into every dialog that asks for a text. Default: the dialogs are cancelled. */
  readonly answer?: string;
  /** How long a loop of `doEvents()` may sleep while nothing changes, s. Default: 10. */
  readonly patience?: number;
}

let options: DisplayOptions = {};
let isDisplay = false;

/**
 * From now on, for all of the process: numbers are those of NEURON with a display (3-D points are defined where a
 * display would define them), loops that wait for a click end with an error, and so does `quit()` in HOC.
 */
export function asOnADisplay(how: DisplayOptions = {}): void {
  start();
  options = how;
  native.setDisplay(how.patience ?? 10);
  if (isDisplay) return;
  isDisplay = true;
  hooks.quit = (): never => {
    throw new PatchError("The model calls quit().", { code: "ERR_PATCH_QUIT" });
  };
}

let isSilent = false;

/** Whether all that is printed to standard output goes nowhere: by NEURON, by mechanisms and by what HOC's system() starts. */
export function silence(isOn: boolean): void {
  if (isOn === isSilent) return;
  start();
  native.silence(isOn);
  isSilent = isOn;
}

/** Called every 50 ms or so, of real time, while NEURON's standard run system runs, however that was begun. */
export type Notified = () => void;
const notified = new Set<Notified>();

/** Adds one; the function that is returned takes it away again. The model may be read in it. */
export function whileRunning(listener: Notified): () => void {
  notified.add(listener);
  return () => void notified.delete(listener);
}
hooks.notify = (): void => {
  for (const listener of [...notified]) listener();
};

const said = new Set<string>();

/** Says, once for each name, that something needs a mouse or a screen. */
export function saysOnce(name: string, why: string): void {
  if (said.has(name)) return;
  said.add(name);
  deliver(`nrn-patch: ${name}: ${why}.\n`, 2);
}

export interface Dialog {
  readonly kind: "boolean" | "string" | "continue" | "file";
  readonly message: string;
  readonly answer: string | boolean;
}
/** Every dialog that the model has opened, and how it was answered. */
export const dialogs: Dialog[] = [];

/** A model that asks until it likes the answer would ask for ever: there is but one. */
const patience = 1000;
let last = "";
let times = 0;
function ask(message: string, answer: string): void {
  const question = `${native.valueIn("t", 0)} ${message}`;
  times = question === last ? times + 1 : 1;
  last = question;
  if (times <= patience) return;
  times = 0;
  throw new PatchError(`The model asks "${message}" again and again, and does not take the answer ${answer}.`, {
    code: "ERR_PATCH_DISPLAY",
  });
}

export function askBoolean(given: Given): number {
  const answer = options.yes === true;
  const message = given.text(1, "");
  ask(message, answer ? "yes" : "no");
  dialogs.push({ kind: "boolean", message, answer });
  saysOnce(
    "boolean_dialog",
    `nobody is there to answer "${message}": ${answer ? "yes" : "no"}, as for all such questions`,
  );
  return answer ? 1 : 0;
}

/** The text, or 0: cancelled. */
export function askText(given: Given): string | number {
  const message = given.text(1, "");
  const { answer } = options;
  ask(message, answer === undefined ? "that cancels it" : `"${answer}"`);
  dialogs.push({ kind: "string", message, answer: answer ?? false });
  saysOnce(
    "string_dialog",
    `nobody is there to answer "${message}": ${answer === undefined ? "cancelled" : `"${answer}"`}`,
  );
  return answer ?? 0;
}

export function askContinue(given: Given): number {
  const message = given.text(1, "");
  dialogs.push({ kind: "continue", message, answer: true });
  saysOnce("continue_dialog", `"${message}"`);
  return 1;
}

/** File.chooser: with arguments it sets the dialog up, without it waits for a choice. */
export function askFile(given: Given): number {
  if (given.count > 0) return 1;
  dialogs.push({ kind: "file", message: "", answer: false });
  saysOnce("File.chooser", "nobody is there to choose a file: cancelled");
  return 0;
}
