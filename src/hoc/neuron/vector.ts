// NEURON's Vector: a resizable array of numbers that can record from and play into a simulation.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { ClassOf, NumberOut } from "./base.js";
import type { File } from "./files.js";
import type { Graph } from "./graph.js";
import type { Random } from "./random.js";

/** A comparison that `ind…` and `where` understand; those with brackets take two limits. */
export type VectorComparison = "==" | "!=" | ">" | "<" | ">=" | "<=" | "[]" | "[)" | "(]" | "()";

/** Marks drawn by `Vector.mark`: + o s t O S T | -, capitals filled. */
export type MarkStyle = "+" | "o" | "s" | "t" | "O" | "S" | "T" | "|" | "-" | number;

/**
 * A resizable array of doubles. Methods that fill or change the Vector return it, so that calls can be chained; make
 * a copy with `c()` first
 * to keep the original. Indices may be negative: `v[-1]` is the last element.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/vector.html
 */
export declare class Vector extends HocObject implements Iterable<number> {
  /** The element at an index; negative ones count from the end. */
  [index: number]: number;
  /** Number of elements. */
  get length(): number;
  [Symbol.iterator](): IterableIterator<number>;
  /** The elements as a new Float64Array. */
  toArray(): Float64Array;

  /** The elements, as HOC spells them: `v.x[3]`. */
  get x(): HocElements;
  /** Number of elements. */
  size(): number;
  /** Sets the number of elements; new ones are 0. */
  resize(size: number): this;
  /** Number of elements that fit without a new allocation; with an argument, allocates that many. */
  buffer_size(size?: number): number;
  /** The element at the index. */
  get(index: number): number;
  /** Sets the element at the index. */
  set(index: number, value: number): this;
  /** Sets all elements, or those from start to end (inclusive), to the value. */
  fill(value: number, start?: number, end?: number): this;
  /** The Vector's label, shown in graphs; with an argument, sets it. */
  label(text?: string): string;
  /** Empties the Vector; the buffer stays. */
  clear(): this;

  /** A copy of all, or of the elements from start to end (inclusive). */
  c(start?: number, end?: number): Vector;
  /** A copy of all, or of the elements from start to end (inclusive), with the label. */
  cl(start?: number, end?: number): Vector;
  /** A copy of the elements from start to end (inclusive). */
  at(start?: number, end?: number): Vector;
  /** Copies the source over this one, which takes its size. */
  copy(source: Vector): this;
  /** Copies the source into this one from the index on. */
  copy(source: Vector, destinationStart: number): this;
  /**
   * Copies the source's elements from start to end (inclusive, -1 for the last), taking every `sourceStep`th and
   * writing every `destinationStep`th.
   */
  copy(source: Vector, sourceStart: number, sourceEnd: number): this;
  copy(source: Vector, destinationStart: number, sourceStart: number, sourceEnd: number): this;
  copy(
    source: Vector,
    destinationStart: number,
    sourceStart: number,
    sourceEnd: number,
    destinationStep: number,
    sourceStep: number,
  ): this;
  /** Copies the source's elements at `sourceIndices` to the places `destinationIndices` (or one after the other). */
  copy(source: Vector, sourceIndices: Vector, destinationIndices?: Vector): this;
  /** Adds numbers and Vectors at the end. */
  append(...values: (number | Vector)[]): this;
  /** Inserts a number or a Vector before the index. */
  insrt(index: number, value: number | Vector): this;
  /** Removes the element at the index, or those from start to end (inclusive). */
  remove(start: number, end?: number): this;
  /** Takes the elements of an array or any other iterable of numbers. */
  from_python(values: Iterable<number>): this;
  /** The elements as a Float64Array; given an array, fills and returns that. */
  to_python(): Float64Array;
  to_python<T extends { [index: number]: number; readonly length: number }>(target: T): T;
  /** The elements as a Float64Array: a copy, unlike Python's, which shares NEURON's memory. */
  as_numpy(): Float64Array;
  /** Takes `count` doubles that lie at the pointer. */
  from_double(count: number, pointer: Pointer): this;

  /**
   * Records a variable at every step, every `interval` ms, or at the given times (ms). A time Vector may be
   * `h._ref_t`'s.
   */
  record(variable: Pointer, intervalOrTimes?: number | Vector): this;
  /** Records what says what is to be recorded of it (`__record__`): a section, a segment, a point process, or an object of your own. */
  record(target: { __record__(): unknown }): this;
  /**
   * Records with the time step of the cell that the point process belongs to: under CVode's local step, for a
   * variable of which NEURON cannot tell the cell.
   */
  record(owner: HocObject, variable: Pointer, intervalOrTimes?: number | Vector): this;
  /**
   * Plays the elements into a variable every `interval` ms: stepwise. Instead of a pointer, HOC text in which `$1` is
   * the value.
   */
  play(variable: Pointer | string, interval: number): this;
  /**
   * Plays the elements into a variable at the given times (ms): stepwise, or, with `continuous`, linearly
   * interpolated. `indices` mark discontinuities.
   */
  play(variable: Pointer | string, times: Vector, continuous?: boolean | number): this;
  play(variable: Pointer, times: Vector, indices: Vector): this;
  /** The same for a variable of which NEURON cannot tell the cell: the point process says it. */
  play(
    owner: HocObject,
    variable: Pointer | string,
    times: number | Vector,
    continuous?: boolean | number | Vector,
  ): this;
  /** Assigns the element at the index to the variable that the Vector plays into. */
  play(index: number): this;
  /** Stops both recording and playing; the elements stay. */
  play_remove(): number;

  /** Fills with 0, 1, 2, …, or with multiples of the step. */
  indgen(step?: number): this;
  /** Fills with start, start + step, … up to the size. */
  indgen(start: number, step: number): this;
  /** Resizes and fills with start, start + step, … up to and including stop. */
  indgen(start: number, stop: number, step: number): this;
  /** Fills with random numbers from start to end (inclusive). */
  setrand(random: Random, start?: number, end?: number): this;
  /** Adds a random number to each element from start to end (inclusive). */
  addrand(random: Random, start?: number, end?: number): this;
  /** Fills with a sine wave: frequency in Hz, phase in radians, `dt` in ms (default 1). */
  sin(frequency: number, phase: number, dt?: number): this;
  /** Replaces each element, or those from start to end, by the value of the HOC function of that name. */
  apply(functionName: string, start?: number, end?: number): this;
  /** Folds the elements: base plus the HOC function's value of each element. */
  reduce(functionName: string, base?: number, start?: number, end?: number): number;

  /** Writes binary doubles in the machine's byte order (`vwrite` is portable). Number of elements written. */
  fwrite(file: File, start?: number, end?: number): number;
  /** Reads `size` binary numbers: precision 4 double (default), 3 float, 5 short. */
  fread(file: File, size?: number, precision?: number): number;
  /** Writes binary with a header. Precision: 4 double (default), 3 float, 2 short with scaling, 1 byte with scaling. */
  vwrite(file: File, precision?: 1 | 2 | 3 | 4 | number): number;
  /** Reads what `vwrite` wrote, resizing as needed. */
  vread(file: File): number;
  /** Prints to standard output or a file; the format must have one %f, %g or %e. Number of elements printed. */
  printf(format?: string, start?: number, end?: number): number;
  printf(start: number, end: number): number;
  printf(file: File, format?: string, start?: number, end?: number): number;
  printf(file: File, start: number, end: number): number;
  /**
   * Reads numbers as text until the end of the file, or `count` of them, from the column (from 1) of so many columns.
   */
  scanf(file: File, count?: number): number;
  scanf(file: File, column: number, columns: number): number;
  scanf(file: File, count: number, column: number, columns: number): number;
  /** Like `scanf`, up to a number that equals the sentinel. */
  scantil(file: File, sentinel: number, column?: number, columns?: number): number;

  /** Draws by reference: the curve follows the Vector. x: another Vector, or the distance between points. */
  plot(graph: Graph, color?: number, brush?: number): this;
  plot(graph: Graph, x: Vector | number, color?: number, brush?: number): this;
  /** Draws a copy: the curve stays when the Vector changes. */
  line(graph: Graph, color?: number, brush?: number): this;
  line(graph: Graph, x: Vector | number, color?: number, brush?: number): this;
  /** Draws with error bars; size is the width of their ends in points. */
  ploterr(graph: Graph, x: Vector, errors: Vector, size?: number, color?: number, brush?: number): this;
  /** Draws a mark at each point, size in points (default 12). */
  mark(graph: Graph, x: Vector | number, style?: MarkStyle, size?: number, color?: number, brush?: number): this;

  /** A new Vector of counts in bins of the width from low to high; the first element counts what is below. */
  histogram(low: number, high: number, width: number): Vector;
  /** Fills with the source's histogram of `size` bins from `low` on. */
  hist(source: Vector, low: number, size: number, width: number): this;
  /** A new Vector: the sum of Gaussians of area 1 and the variance, centred on the elements. */
  sumgauss(low: number, high: number, width: number, variance: number, weights?: Vector): Vector;
  /** Fills with a smooth histogram of the source: Gaussians on a grid from start with so many steps. */
  smhist(source: Vector, start: number, size: number, step: number, variance: number, weights?: Vector): this;
  /** A new Vector of the elements at the indices. */
  ind(indices: Vector): Vector;
  /** Fills with the source's, or its own, elements at the indices. */
  index(source: Vector, indices: Vector): this;
  index(indices: Vector): this;
  /** Index of the first element for which the comparison holds, or -1. */
  indwhere(comparison: VectorComparison, value: number, upper?: number): number;
  /** Fills with the source's indices, or (without a source) with this one's own, for which the comparison holds. */
  indvwhere(comparison: VectorComparison, value: number, upper?: number): this;
  indvwhere(source: Vector, comparison: VectorComparison, value: number, upper?: number): this;
  /** Keeps the elements, or takes the source's, for which the comparison holds. */
  where(comparison: VectorComparison, value: number, upper?: number): this;
  where(source: Vector, comparison: VectorComparison, value: number, upper?: number): this;
  /** Whether an element equals the value within `float_epsilon`. */
  contains(value: number): boolean;

  /**
   * Fits a function to this data by simplex and changes the parameters in place: exp1, exp2, charging, line, quad, or
   * a HOC function. The mean square error.
   */
  fit(fitted: Vector, functionName: string, independent: Vector, ...parameters: NumberOut[]): number;
  /** Resamples from the source's x to the destination's, linearly; y is this one's or the given. */
  interpolate(destinationX: Vector, sourceX: Vector, sourceY?: Vector): this;
  /** Numerical derivative of the source (or of itself): dx defaults to 1; method 1 forward, 2 central (default). */
  deriv(source: Vector, dx?: number, method?: 1 | 2 | number): this;
  deriv(dx?: number, method?: 1 | 2 | number): this;
  /** Running integral of the source (or of itself); dx defaults to 1. */
  integral(source: Vector, dx?: number): this;
  integral(dx?: number): this;
  /** Median filter of the source or of itself, with so many points on each side (default 3). */
  medfltr(source: Vector, points?: number): this;
  medfltr(points?: number): this;
  /** Sorts ascending. */
  sort(): this;
  /** The indices that would sort the elements ascending, as a new Vector (or in the given one). */
  sortindex(destination?: Vector): Vector;
  /** Reverses the order. */
  reverse(): this;
  /** Rotates to the right by so many places; with any second argument shifts instead, filling with 0. */
  rotate(places: number, shift?: 0 | number): this;
  /** Fills with the source (or itself) with elements summed in groups of the factor. */
  rebin(source: Vector, factor: number): this;
  rebin(factor: number): this;
  /** Fills with the source resampled at the rate (2: twice the points). */
  resample(source: Vector, rate: number): this;
  /** Replaces each element by its power; with a source, takes that one's. */
  pow(exponent: number): this;
  pow(source: Vector, exponent: number): this;
  /** Replaces each element by its square root; with a source, takes that one's. */
  sqrt(source?: Vector): this;
  /** Natural logarithm of each element. */
  log(source?: Vector): this;
  /** Decimal logarithm of each element. */
  log10(source?: Vector): this;
  /** Hyperbolic tangent of each element. */
  tanh(source?: Vector): this;
  /** Absolute value of each element. */
  abs(source?: Vector): this;
  /** Largest whole number not above each element, with respect to `float_epsilon`. */
  floor(source?: Vector): this;

  /** Adds a number to each element, or another Vector elementwise. */
  add(other: number | Vector): this;
  /** Subtracts a number from each element, or another Vector elementwise. */
  sub(other: number | Vector): this;
  /** Multiplies by a number, or by another Vector elementwise. */
  mul(other: number | Vector): this;
  /** Divides by a number, or by another Vector elementwise. */
  div(other: number | Vector): this;
  /** Scales and shifts so that the elements span low … high. The factor. */
  scale(low: number, high: number): number;
  /** Whether the two are elementwise equal within `float_epsilon`: 1 or 0. */
  eq(other: Vector): number;
  /** Dot product. */
  dot(other: Vector): number;
  /** Euclidean length. */
  mag(): number;
  /** Sum, of all or from start to end (inclusive). */
  sum(start?: number, end?: number): number;
  /** Sum of squares. */
  sumsq(start?: number, end?: number): number;
  /** Arithmetic mean. */
  mean(start?: number, end?: number): number;
  /** Variance (divided by n - 1). */
  var(start?: number, end?: number): number;
  /** Standard deviation (n - 1). */
  stdev(start?: number, end?: number): number;
  /** Standard error of the mean. */
  stderr(start?: number, end?: number): number;
  /** Median. */
  median(): number;
  /** Smallest element. */
  min(start?: number, end?: number): number;
  /** Largest element. */
  max(start?: number, end?: number): number;
  /** Index of the smallest element. */
  min_ind(start?: number, end?: number): number;
  /** Index of the largest element. */
  max_ind(start?: number, end?: number): number;
  /** Mean of the squared differences, weighted if weights are given. */
  meansqerr(other: Vector, weights?: Vector): number;

  /** Fills with the cross-correlation of the two (the source with itself when one is given). */
  correl(source: Vector, other?: Vector): this;
  /** Fills with the convolution of the source with the filter; sign -1: deconvolution. */
  convlv(source: Vector, filter: Vector, sign?: 1 | -1 | number): this;
  /**
   * Fills with the power spectrum of the source, from partitions of the given size (default: an eighth of the
   * source).
   */
  spctrm(source: Vector, partition?: number): this;
  /** Filters the source (or itself) with the finite impulse response. */
  filter(source: Vector, response: Vector): this;
  filter(response: Vector): this;
  /** Fast Fourier transform of the source (or itself): 1 forward, -1 back; the size must be a power of 2. */
  fft(source: Vector, sign: 1 | -1 | number): this;
  fft(sign: 1 | -1 | number): this;
  /** Fills with the mean of the data around the trigger times; so many samples before and after. Number of events. */
  trigavg(data: Vector, triggers: Vector, before: number, after: number): number;
  /**
   * Fills with 1 where the data cross the threshold upward, 0 elsewhere; `bin` samples make one element (default 1).
   */
  spikebin(data: Vector, threshold: number, bin?: number): this;
  /**
   * Fills with firing rates in Hz from a histogram of the given bin width (ms) and number of trials; each bin widens
   * until it holds `size` events.
   */
  psth(source: Vector, dt: number, trials: number, size: number): this;
  /**
   * Fills with the voltage of a leaky integrate-and-fire cell driven by the current in the source, one element for
   * each dt (ms).
   */
  inf(
    current: Vector,
    dt: number,
    gl: number,
    el: number,
    cm: number,
    threshold: number,
    reset: number,
    refractory?: number,
  ): this;
}

/** `v.x`: indexable like the Vector. */
export interface HocElements {
  [index: number]: number;
}

/** Makes Vectors: `h.Vector()`, `h.Vector(size)`, `h.Vector(size, fill)`, `h.Vector([1, 2, 3])`. */
export interface VectorConstructor extends ClassOf<Vector, [size?: number, fill?: number]> {
  (values: Iterable<number>): Vector;
  new (values: Iterable<number>): Vector;
}
