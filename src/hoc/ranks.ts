// This process among several.
import { native } from "../engine/engine.js";

/** How many ranks there are, and which one this is. */
export function ranks(): readonly [count: number, own: number] {
  return native.ranks();
}
