// What the command line does to a loaded model, in the order in which it says so.
import { ArgumentRangeError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import type { Panel, PanelItem } from "../../plot.js";
import { UsageError } from "../command.js";

export interface Interpreter {
  (code: string): unknown;
  [name: string]: unknown;
}

type Pressed = Extract<PanelItem, { press(): void }>;
type Entered = Extract<PanelItem, { set(value: number): void }>;

const all = (panels: readonly Panel[]): PanelItem[] => panels.flatMap((panel) => [...panel.all()]);
const canPress = (item: PanelItem): item is Pressed => "press" in item;
const canEnter = (item: PanelItem): item is Entered => item.kind === "field" || item.kind === "slider";

/** The newest of that label: models open a panel anew beside the old one. */
export function press(panels: readonly Panel[], label: string): void {
  const items = all(panels).filter(canPress);
  const item = items.findLast((one) => one.label === label);
  if (item === undefined)
    throw new ArgumentRangeError(
      `--press: the model has no button "${label}".${didYouMean(
        label,
        items.map((one) => one.label),
      )} --list shows them.`,
    );
  item.press();
}

export function set(h: Interpreter, panels: readonly Panel[], text: string): void {
  const [, name, value] = /^(.*?)\s*=\s*(.*)$/s.exec(text) ?? [];
  const number = Number(value);
  if (name === undefined || name === "" || value === "" || !Number.isFinite(number))
    throw new UsageError(`--set: expected NAME=NUMBER, got "${text}".`);
  const field = all(panels)
    .filter(canEnter)
    .findLast((one) => one.label === name);
  if (field !== undefined) field.set(number);
  else if (/^[A-Za-z_]\w*$/.test(name)) h[name] = number;
  else h(`${name} = ${number}`);
}

/** What `--list` tells of a model, for programs. */
export function listed(panels: readonly Panel[]) {
  return panels.map((panel) => ({ title: panel.window || panel.title, items: panel.items.map(told) }));
}

interface Told {
  readonly kind: string;
  readonly label: string;
  readonly command?: string;
  readonly value?: number | boolean;
  readonly items?: readonly Told[];
}

function told(item: PanelItem): Told {
  const { kind, label } = item;
  if (kind === "label") return { kind, label };
  if (kind === "menu") return { kind, label, items: item.isDynamic ? [] : item.items.map(told) };
  return "get" in item
    ? { kind, label, command: item.command, value: item.get() }
    : { kind, label, command: item.command };
}

export function listText(lists: ReturnType<typeof listed>): string {
  const line = ({ kind, label, value, items = [] }: Told, indent: string): string[] => [
    `${indent}${kind.padEnd(7)} ${label}${value === undefined ? "" : ` = ${value}`}`,
    ...items.flatMap((item) => line(item, `${indent}  `)),
  ];
  return lists.flatMap(({ title, items }) => [title, ...items.flatMap((item) => line(item, "  "))]).join("\n");
}
