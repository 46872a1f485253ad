// Random numbers: NEURON's Random, and the stream behind a mechanism's RANDOM variable.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { ClassOf } from "./base.js";
import type { Vector } from "./vector.js";

/**
 * A stream of random numbers. Choose the generator, then a distribution, whose call returns the first number;
 * `repick` gives the next ones.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/random.html
 */
export declare class Random extends HocObject {
  /** Uses the Random123 generator with a stream of its own for each triple of whole numbers below 2^32. */
  Random123(id1?: number, id2?: number, id3?: number): number;
  /** The index that all Random123 streams share (default 0); with an argument, sets it. */
  Random123_globalindex(index?: number): number;
  /** Uses the MCellRan4 generator. The high index, with which the stream can be started again. */
  MCellRan4(highIndex?: number, lowIndex?: number): number;
  /** Position in the stream; with an argument, goes there. */
  seq(position?: number): number;
  /** The next number of the present distribution. */
  repick(): number;
  /** At each `finitialize` and step, a fresh number is put into the variable. */
  play(variable: Pointer): number;

  /** Uniform between low and high. */
  uniform(low: number, high: number): number;
  /** Uniform whole numbers from low to high, both included. */
  discunif(low: number, high: number): number;
  /** Normal, of that mean and variance. */
  normal(mean: number, variance: number): number;
  /** Lognormal, of that mean and variance. */
  lognormal(mean: number, variance: number): number;
  /** Number of successes in n trials of probability p. */
  binomial(n: number, p: number): number;
  /** Poisson, of that mean. */
  poisson(mean: number): number;
  /** Number of trials up to the first success of probability p. */
  geometric(p: number): number;
  /** Hypergeometric, of that mean and variance. */
  hypergeo(mean: number, variance: number): number;
  /** Exponential, of that mean. */
  negexp(mean: number): number;
  /** Erlang, of that mean and variance. */
  erlang(mean: number, variance: number): number;
  /** Weibull, exp(-x^alpha / beta). */
  weibull(alpha: number, beta: number): number;
}

/** `h.Random(seed)`. */
export type RandomConstructor = ClassOf<Random, [seed?: number, size?: number]>;

/**
 * The Random123 stream of a RANDOM variable of a mechanism: `netstim.ranvar`.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/random.html#NMODLRandom
 */
export declare class NMODLRandom extends HocObject {
  /** The three numbers that identify the stream. */
  get_ids(): Vector;
  /** Sets the three numbers that identify the stream. */
  set_ids(id1: number, id2: number, id3: number): this;
  /** Position in the stream. */
  get_seq(): number;
  /** Goes to the position in the stream. */
  set_seq(position: number): this;
  /** The next number, uniform between 0 and 1. */
  uniform(): number;
}

/** `h.NMODLRandom()`: made by NEURON for RANDOM variables. */
export type NMODLRandomConstructor = ClassOf<NMODLRandom>;
