// Shapes that the declarations of NEURON's functions and classes share.

import type { HocObject } from "../object.js";
import type { Pointer, Ref } from "../pointer.js";
import type { Section } from "../section.js";
import type { Segment } from "../segment.js";

/** A place on a section, where Python takes `sec(x)`. */
export type Location = Segment;

/**
 * What NEURON calls back: a function, a function with its arguments, or HOC text.
 * A function must be synchronous.
 */
export type Callable = (() => void) | string | readonly [callback: (...args: never[]) => void, ...args: unknown[]];

/** A number that NEURON writes: `h.ref(0)` or a pointer. */
export type NumberOut = Ref<number> | Pointer;

/** A text that NEURON writes: `h.ref("")`. */
export type StringOut = Ref<string>;

/** An object that NEURON writes: `h.ref(null)`. */
export type ObjectOut = Ref<HocObject | null>;

/** The keyword argument of whatever uses the current section. */
export interface SectionOption {
  /** The section to use instead of the currently accessed one. */
  readonly sec?: Section | Stands<Section> | undefined;
}

/** An object of the user's own that says which NEURON object stands for it. */
export interface Stands<T> {
  __neuron__(): T;
}

/** Where a point process can be put: a segment, or what names one by a magic method. */
export type Place = Segment | { __arc__(): Segment | number; __neuron__(): unknown };

/** What a NetCon may listen to besides a pointer: an object, or what names its source by a magic method. */
export type SpikeSource = HocObject | { __netcon__(): unknown };

/** What a NetCon may deliver to: a point process or artificial cell, or what stands for one. */
export type SpikeTarget = HocObject | Stands<unknown>;

/** A class of NEURON: called with or without `new`; an index is the instance of that number. */
export interface ClassOf<T, A extends unknown[] = []> {
  (...args: A): T;
  new (...args: A): T;
  readonly prototype: T;
  readonly [instance: number]: T;
}

/** A class of which only NEURON makes instances: they can be looked up by number, not constructed. */
export interface ClassWithoutConstructor<T> {
  readonly prototype: T;
  readonly [instance: number]: T;
}

/** An array of HOC numbers: an array variable or an array parameter of a mechanism. Assign its elements. */
export interface HocArray extends Iterable<number> {
  [index: number]: number;
  0: number;
  readonly length: number;
}

/** Pointers to the elements of an array: `netcon._ref_weight[0]`. */
export interface PointerArray {
  readonly [index: number]: Pointer;
  readonly 0: Pointer;
}
