/**
 * The same object without its types: for templates, mechanisms and HOC variables that exist only at run time.
 * @example untyped(h).Pair()
 */
// biome-ignore lint/suspicious/noExplicitAny: that is what it is for
export function untyped(object: unknown): any {
  return object;
}
