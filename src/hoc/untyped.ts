/**
 * The same object without its types: for templates, mechanisms and HOC variables that exist only at run time.
 * @example untyped(h).Pair()
 */
export function untyped(object: unknown): any {
  return object;
}
