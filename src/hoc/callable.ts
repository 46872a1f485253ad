// Classes that work with and without `new`, and can be extended.

type Class = abstract new (...args: never[]) => object;
type Make = new (...args: unknown[]) => object;

export interface CallableOptions {
  /** The instance of this number: `h.Pair[1]`. */
  readonly instance?: (i: number) => unknown;
  /** How one is made of the arguments, where that is more than the class's constructor. */
  readonly make?: (args: unknown[], cls: Make) => object;
}

/** `Vector(10)`, `new Vector(10)` and `class Mine extends Vector` from one class. */
export function callable<T extends Class>(cls: T, { instance, make }: CallableOptions = {}): T {
  const target = cls as unknown as Make;
  const build = (args: unknown[], newTarget: Make): object => {
    if (make === undefined)
      return newTarget === target ? new target(...args) : Reflect.construct(target, args, newTarget);
    // For an instance of a subclass: what is made with this class is one of the subclass.
    const bound =
      newTarget === target
        ? target
        : new Proxy(target, { construct: (_, own) => Reflect.construct(target, own, newTarget) });
    return make(args, bound);
  };
  const proxy: T = new Proxy(cls, {
    construct: (_, args, newTarget) =>
      build(args, newTarget === (proxy as unknown) ? target : (newTarget as unknown as Make)),
    apply(_, self: unknown, args: unknown[]) {
      // Classes compiled to ES5 call their base with their own object; they need one that is made for them.
      // (`h` itself, as in h.Vector(), is a function: its long chain is not worth a look.)
      return build(
        args,
        typeof self === "object" && self instanceof target ? ((self as object).constructor as Make) : target,
      );
    },
    ...(instance && {
      get: (t, key, receiver) =>
        typeof key === "string" && /^(0|[1-9][0-9]*)$/.test(key)
          ? instance(Number(key))
          : Reflect.get(t, key, receiver),
    }),
  });
  if (make === undefined)
    Object.defineProperty(cls.prototype, "constructor", { value: proxy, writable: true, configurable: true });
  return proxy;
}
