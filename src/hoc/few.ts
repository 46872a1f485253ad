// A set that mostly has one or two members: a Set for each object of a large model would cost more than the object.

export type Few<T extends object> = T[] | Set<T> | undefined;

const many = 8;

export function withOne<T extends object>(few: Few<T>, item: T): Few<T> {
  if (few === undefined) return [item];
  if (few instanceof Set) return few.add(item);
  if (few.includes(item)) return few;
  // An array that grows by itself takes room for seventeen at once, and most of these stay at two.
  if (few.length === 1) return [few[0] as T, item];
  if (few.length === many) return new Set(few).add(item);
  few.push(item);
  return few;
}

export function withoutOne<T extends object>(few: Few<T>, item: T): void {
  if (few === undefined) return;
  if (few instanceof Set) {
    few.delete(item);
    return;
  }
  const i = few.indexOf(item);
  if (i >= 0) few.splice(i, 1);
}
