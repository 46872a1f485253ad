// Classes that work with and without `new`, and can be extended.

type Class = abstract new (...args: never[]) => object;

/** `Vector(10)`, `new Vector(10)` and `class Mine extends Vector` from one class; `instance(i)` answers an index. */
export function callable<T extends Class>(cls: T, instance?: (i: number) => unknown): T {
  const target = cls as unknown as new (...args: unknown[]) => object;
  const proxy: T = new Proxy(cls, {
    construct: (_, args, newTarget) =>
      newTarget === (proxy as unknown) ? new target(...args) : Reflect.construct(target, args, newTarget),
    apply(_, self: unknown, args: unknown[]) {
      // Classes compiled to ES5 call their base with their own object; they need one that is made for them.
      if (self instanceof target)
        return Reflect.construct(target, args, (self as object).constructor as new () => object);
      return new target(...args);
    },
    ...(instance && {
      get: (t, key, receiver) =>
        typeof key === "string" && /^(0|[1-9][0-9]*)$/.test(key)
          ? instance(Number(key))
          : Reflect.get(t, key, receiver),
    }),
  });
  Object.defineProperty(cls.prototype, "constructor", { value: proxy, writable: true, configurable: true });
  return proxy;
}
