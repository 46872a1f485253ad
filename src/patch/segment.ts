// Segment: can be recorded, connected and placed on, like the section that it is on.

import type { Pointer } from "../hoc/pointer.js";
import { Segment } from "../hoc/segment.js";

declare module "../hoc/segment.js" {
  interface Segment {
    __neuron__(): this;
    __netcon__(): Pointer;
    __record__(): Pointer;
  }
}

function define(name: string, value: (this: Segment) => unknown): void {
  Object.defineProperty(Segment.prototype, name, { value, writable: true, configurable: true });
}
define("__neuron__", function () {
  return this;
});
define("__netcon__", function () {
  return this._ref_v;
});
define("__record__", function () {
  return this._ref_v;
});
