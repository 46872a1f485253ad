// A set that mostly has one or two members: a Set for each object of a large model would cost more than the object.

/** One stands for itself. */
export type Few<T extends object> = T | T[] | Set<T> | undefined;

const many = 8;

/** The set with the item; the one that was given may be changed. */
export function withOne<T extends object>(few: Few<T>, item: T): Few<T> {
  if (few === undefined || few === item) return item;
  if (few instanceof Set) return few.add(item);
  if (!Array.isArray(few)) return [few, item];
  if (few.includes(item)) return few;
  if (few.length === many) return new Set(few).add(item);
  few.push(item);
  return few;
}

/** The set without the item; the one that was given may be changed. */
export function withoutOne<T extends object>(few: Few<T>, item: T): Few<T> {
  if (few === item) return undefined;
  if (few instanceof Set) few.delete(item);
  else if (Array.isArray(few)) {
    const i = few.indexOf(item);
    if (i >= 0) few.splice(i, 1);
  }
  return few;
}

export function membersOf<T extends object>(few: Few<T>): Iterable<T> {
  if (few === undefined) return [];
  return few instanceof Set || Array.isArray(few) ? few : [few];
}

export function isNone<T extends object>(few: Few<T>): boolean {
  return few === undefined || (few instanceof Set ? few.size === 0 : Array.isArray(few) && few.length === 0);
}
