// Users' objects that keep count of what depends on them: `__ref__(other)` tells them of a NetCon, a point process or a
// child section that was made on them, `__deref__(other)` that it is gone.
import { kOwner, Pointer } from "./pointer.js";
import { kOwn } from "./root.js";
import { Segment } from "./segment.js";

interface Counting {
  __ref__(other: object): unknown;
  __deref__?(other: object): unknown;
}

const told = new WeakMap<object, Counting[]>();
/** How many dependents somebody was told of: while there are none, a disposal need not look. */
let count = 0;

/** NEURON's own objects' `__ref__`: they need not be told what NEURON keeps anyway. */
export const ours = new Set<unknown>();

const kept = new WeakMap<object, Set<object>>();

/** `other` lives for as long as `object` does. */
export function keepWith(object: object, other: object): void {
  const set = kept.get(object);
  if (set === undefined) kept.set(object, new Set([other]));
  else set.add(other);
}

/** Ends that; whether it was so. */
export function letGoWith(object: object, other: object): boolean {
  return kept.get(object)?.delete(other) ?? false;
}

/** The object that counts, for an end that was given: a pointer's owner, a segment's section, or itself. */
function countingFor(end: unknown): Counting | undefined {
  const object = end instanceof Pointer ? end[kOwner] : end instanceof Segment ? end.sec : end;
  if ((typeof object !== "object" && typeof object !== "function") || object === null) return undefined;
  const own = (object as { [kOwn]?: object })[kOwn];
  if (own !== undefined && Object.getPrototypeOf(object) === own) return undefined;
  if (!("__ref__" in object) || typeof object.__ref__ !== "function" || ours.has(object.__ref__)) return undefined;
  return object as Counting;
}

/** Tells those of the ends that count. */
export function refer(dependent: object, ends: readonly unknown[]): void {
  for (const end of ends) {
    const counting = countingFor(end);
    if (counting === undefined) continue;
    const list = told.get(dependent) ?? [];
    if (list.includes(counting)) continue;
    if (list.length === 0) count++;
    list.push(counting);
    told.set(dependent, list);
    counting.__ref__(dependent);
  }
}

/** Tells those who were told that it is gone. */
export function unrefer(dependent: object): void {
  if (count === 0) return;
  const list = told.get(dependent);
  if (list === undefined) return;
  told.delete(dependent);
  count--;
  for (const counting of list) if ("__deref__" in counting) counting.__deref__?.(dependent);
}
