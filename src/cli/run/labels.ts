// The words that stand in a model's panels, as the command line uses them.
import { didYouMeanLabel } from "../../core/suggest.js";
import type { Panel, PanelItem } from "../../plot.js";

export type Pressed = Extract<PanelItem, { press(): void }>;
export type Entered = Extract<PanelItem, { set(value: never): void }>;

export const all = (panels: readonly Panel[]): PanelItem[] => panels.flatMap((panel) => [...panel.all()]);
export const canPress = (item: PanelItem): item is Pressed => "press" in item;
export const canEnter = (item: PanelItem): item is Entered => "set" in item;

/** Whether it is that label: spaces around it, by which authors align theirs, do not count. */
export const isLabel = (item: PanelItem, label: string): boolean => item.label.trim() === label.trim();

/** What may have been meant by a label that no button has. */
export function instead(panels: readonly Panel[], label: string): string {
  const items = all(panels);
  const same = items.findLast((item) => isLabel(item, label));
  if (same?.kind === "menu") return " It is a menu: press one of its items.";
  if (same?.kind === "label") return " That is only written there.";
  if (same !== undefined) return ` It is a field: --set "${label}=NUMBER".`;
  const labels = items.filter(canPress).map((one) => one.label);
  return `${didYouMeanLabel(label, labels)} --list shows them.`;
}

/** What may have been meant by a label that no field has; "" when nothing is near. */
export function insteadOfField(panels: readonly Panel[], label: string): string {
  const items = all(panels);
  if (items.some((item) => isLabel(item, label) && canPress(item))) return ` It is a button: --press "${label}".`;
  return didYouMeanLabel(
    label,
    items.filter(canEnter).map((one) => one.label),
  );
}
