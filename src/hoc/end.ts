// The end of every prototype chain: a Proxy that sees only misses. Hits cost nothing; unknown names throw.

/** A member that the object finds by itself: `value`, or `undefined` for none (then it throws). */
export const kMiss: unique symbol = Symbol("nrn-patch.miss");
export const kMissSet: unique symbol = Symbol("nrn-patch.missSet");
export const kIndexGet: unique symbol = Symbol("nrn-patch.indexGet");
export const kIndexSet: unique symbol = Symbol("nrn-patch.indexSet");
/** Whether NEURON knows a name of this object; asked of names that JavaScript's tools probe for as well. */
export const kIsOurs: unique symbol = Symbol("nrn-patch.isOurs");

/** What must never be there, whatever HOC calls so: `await` and JSON would take it for theirs. */
const never = new Set(["then", "toJSON"]);
/** What JavaScript and its tools ask of any object. */
const probed = new Set([
  "href",
  "length",
  "message",
  "nodeType",
  "tagName",
  "hasAttribute",
  "asymmetricMatch",
  "handleEvent",
  "inspect",
  "prototype",
  "$$typeof",
  "cause",
  "constructor",
  "splice",
  "size",
]);
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const index = /^(0|-?[1-9][0-9]*)$/;

interface Ends {
  [kMiss](name: string): unknown;
  [kMissSet](name: string, value: unknown): boolean;
  [kIndexGet]?(i: number): unknown;
  [kIndexSet]?(i: number, value: unknown): void;
  [kIsOurs]?(name: string): boolean;
}

const root = Object.create(Object.prototype) as object;

const traps: ProxyHandler<object> = {
  get(target, key, receiver: Ends) {
    if (typeof key === "symbol" || key in target) return Reflect.get(target, key, receiver);
    if (index.test(key)) {
      const get = receiver[kIndexGet];
      return get === undefined ? undefined : get.call(receiver, Number(key));
    }
    if (never.has(key) || !identifier.test(key)) return undefined;
    if (probed.has(key) && !receiver[kIsOurs]?.(key)) return undefined;
    return receiver[kMiss](key);
  },
  set(target, key, value, receiver: Ends) {
    if (typeof key === "symbol" || key in target) return Reflect.set(target, key, value, receiver);
    if (index.test(key)) {
      const set = receiver[kIndexSet];
      if (set !== undefined) {
        set.call(receiver, Number(key), value);
        return true;
      }
    }
    return receiver[kMissSet](key, value);
  },
};

export const end: object = new Proxy(root, traps);

/** Puts the end behind a class's prototype. */
export function close(prototype: object): void {
  Object.setPrototypeOf(prototype, end);
}

/** `x[0]` as an accessor: it is by far the commonest index, and takes half as long without the Proxy. */
export function firstElement(prototype: {
  [kIndexGet](i: number): unknown;
  [kIndexSet](i: number, value: unknown): void;
}): void {
  Object.defineProperty(prototype, 0, {
    get(this: Ends) {
      return this[kIndexGet]?.(0);
    },
    set(this: Ends, value: unknown) {
      this[kIndexSet]?.(0, value);
    },
    configurable: true,
  });
}

/** The same for one object alone, which then answers `in` too: a Proxy is not told whose names it is asked for. */
export function closeAlone(prototype: object, knows: (name: string) => boolean): void {
  const has = (target: object, key: string | symbol) =>
    key in target ||
    (typeof key === "string" && identifier.test(key) && !never.has(key) && !probed.has(key) && knows(key));
  Object.setPrototypeOf(prototype, new Proxy(root, { ...traps, has }));
}

/** An instance of a user's own subclass keeps fields that NEURON does not know, as in Python. */
export function defineField(receiver: object, name: string, value: unknown): boolean {
  return Reflect.defineProperty(receiver, name, { value, writable: true, enumerable: true, configurable: true });
}
