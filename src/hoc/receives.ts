// Which point processes and artificial cells receive events.
import { entryFor } from "./classes.js";

interface Types {
  select(name: string): unknown;
  selected(): number;
  is_netcon_target(i: number): boolean;
  dispose(): void;
}
const known = new Map<string, boolean>();

/** Whether the mechanism of this name has a NET_RECEIVE block. */
export function receivesEvents(name: string): boolean {
  let found = known.get(name);
  if (found === undefined) {
    const types = new (entryFor("MechanismType").make as unknown as new (kind: number) => Types)(1);
    types.select(name);
    found = types.is_netcon_target(types.selected());
    types.dispose();
    known.set(name, found);
  }
  return found;
}
