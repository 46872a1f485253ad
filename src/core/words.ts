// Words for numbers of things.

export function plural(count: number, one: string, several = `${one}s`): string {
  return count === 1 ? one : several;
}

/** `3 lines`. */
export function count(many: number, one: string, several?: string): string {
  return `${many} ${plural(many, one, several)}`;
}
