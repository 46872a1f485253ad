// Objects that hold pointers: PtrVector and NEURON's Pointer class.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { ClassOf, NumberOut } from "./base.js";
import type { Graph } from "./graph.js";
import type { Vector } from "./vector.js";

/**
 * An array of pointers: gathers the values of many variables into a Vector and scatters a Vector over them.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/pointers/ptrvector.html
 */
export declare class PtrVector extends HocObject {
  /** Number of pointers. */
  size(): number;
  /** Changes the number of pointers; the old ones are lost. */
  resize(size: number): number;
  /** Lets the element at the index point at a variable. */
  pset(index: number, variable: Pointer): number;
  /** The value that the element at the index points at. */
  getval(index: number): number;
  /** Sets the value that the element at the index points at. */
  setval(index: number, value: number): number;
  /** Copies the Vector's elements to the variables; both have the same size. */
  scatter(source: Vector): number;
  /** Copies the variables' values into the Vector; both have the same size. */
  gather(destination: Vector): number;
  /** Draws the values, which the graph shows anew at each flush. x: a Vector, or the distance between points. */
  plot(graph: Graph, color?: number, brush?: number): number;
  plot(graph: Graph, x: Vector | number, color?: number, brush?: number): number;
  /** The label, shown in graphs; with an argument, sets it. */
  label(text?: string): string;
}

/** `h.PtrVector(size)`. */
export type PtrVectorConstructor = ClassOf<PtrVector, [size: number]>;

/**
 * NEURON's object that points at a variable, `h.Pointer(…)`: what `_ref_v` gives is simpler in TypeScript.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/pointers/pointer.html
 */
export declare class PointerObject extends HocObject {
  /** The value pointed at. */
  get val(): number;
  set val(value: number);
  /** Name of the variable, when it was given as text. */
  s(): string;
  /** Sets the value, by the statement if there is one. Returns the value. */
  assign(value: number): number;
}

/**
 * `h.Pointer(variable, statement?)`: a pointer, or a variable's name; `$1` in the statement is the value that
 * `assign` sets.
 */
export type PointerObjectConstructor = ClassOf<PointerObject, [variable: NumberOut | string, assignStatement?: string]>;
