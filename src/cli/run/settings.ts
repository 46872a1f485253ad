// `--set`: a field of the model's panels, or a variable.
import { ArgumentRangeError, HocError } from "../../core/errors.js";
import type { Panel } from "../../plot.js";
import type { Interpreter } from "./actions.js";
import { all, canEnter, insteadOfField, isLabel } from "./labels.js";
import { checkPlace, inShort, isName, valueIn, whyNot } from "./names.js";

/** What was done, in HOC's words. @param own the panels whose labels are told when none fits */
export function set(
  h: Interpreter,
  panels: readonly Panel[],
  own: readonly Panel[],
  name: string,
  value: number,
): readonly string[] {
  const fields = all(panels).filter(canEnter);
  const field =
    fields.findLast((one) => isLabel(one, name)) ??
    fields.findLast((one) => one.kind !== "toggle" && one.variable === name);
  if (field?.kind === "toggle") {
    field.set(value !== 0);
    return [field.command];
  }
  if (field !== undefined) {
    field.set(value);
    return [field.variable === "" ? "" : `${field.variable} = ${value}`, field.command];
  }
  const code = `${name} = ${value}`;
  try {
    setVariable(h, name, value, code);
  } catch (error) {
    throw new ArgumentRangeError(`--set ${code}: ${why(h, own, name, error)}`, { cause: error });
  }
  return [code];
}

function setVariable(h: Interpreter, name: string, value: number, code: string): void {
  if (/^[A-Za-z_]\w*$/.test(name)) {
    if (typeof h[name] !== "number") throw new ArgumentRangeError(`${name} is no number.`);
    h[name] = value;
    return;
  }
  checkPlace(name, (x) => valueIn(h, x));
  h(`{${code}}`);
}

function why(h: Interpreter, own: readonly Panel[], name: string, error: unknown): string {
  const near = insteadOfField(own, name);
  if (near !== "" || !isName(name)) return `the model has no field "${name}".${near || " --list shows them."}`;
  if (!(error instanceof HocError)) return (error as Error).message;
  return whyNot(h, name) || inShort(error);
}
