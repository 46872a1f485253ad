// `--list`: the model's panels, for programs and for people.
import type { Panel, PanelItem } from "../../plot.js";
import { faint, strong } from "../output.js";

export interface Told {
  readonly kind: string;
  readonly label: string;
  readonly command?: string;
  readonly owner?: string;
  readonly value?: number | boolean;
  /** A menu's. Of one that the model fills when it is opened: none. */
  readonly items?: readonly Told[];
}

export interface ToldPanel {
  readonly title: string;
  readonly items: readonly Told[];
}

export function listed(panels: readonly Panel[]): ToldPanel[] {
  return panels.map((panel) => ({ title: panel.window || panel.title, items: panel.items.map(told) }));
}

function told(item: PanelItem): Told {
  const { kind, label } = item;
  if (kind === "label") return { kind, label };
  if (kind === "menu") return { kind, label, items: item.isDynamic ? [] : item.items.map(told) };
  const owner = "owner" in item && item.owner !== "" ? { owner: item.owner } : {};
  return "get" in item
    ? { kind, label, command: item.command, ...owner, value: item.get() }
    : { kind, label, command: item.command, ...owner };
}

/** What stands before a label: the option by which it is used. */
const ways: Readonly<Record<string, string>> = {
  button: "--press",
  radio: "--press",
  toggle: "--press",
  field: "--set",
  slider: "--set",
};

export function listText(panels: readonly ToldPanel[]): string {
  if (panels.length === 0) return "The model has no panels: it has nothing to press.";
  return panels
    .map(({ title, items }) =>
      [strong(title || "(no title)"), ...items.flatMap((item) => lines(item, "  "))].join("\n"),
    )
    .join("\n\n");
}

function lines({ kind, label, value, command, items = [] }: Told, indent: string): string[] {
  const what = kind === "menu" ? `${label} ▸` : value === undefined ? label : `${label} = ${value}`;
  const does = command ? `  ${faint(shortened(command))}` : "";
  return [
    `${(ways[kind] ?? "").padEnd(8)}${indent}${what}${does}`,
    ...items.flatMap((item) => lines(item, `${indent}  `)),
  ];
}

const shortened = (command: string): string => {
  const line = command.replace(/\s+/g, " ").trim();
  return line.length <= 50 ? line : `${line.slice(0, 49)}…`;
};
