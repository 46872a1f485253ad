// Functions and constants of mathematics and physics.

import type { NumberOut } from "./base.js";
import type { Vector } from "./vector.js";

/**
 * NEURON's mathematical functions; JavaScript's `Math` has the same and more, but HOC's `exp` and `log` guard against
 * overflow.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/functions.html
 */
export interface MathFunctions {
  /** Absolute value. */
  abs(x: number): number;
  /** The whole part, towards 0. */
  int(x: number): number;
  /** Square root. */
  sqrt(x: number): number;
  /** e to the power x. */
  exp(x: number): number;
  /** Natural logarithm. */
  log(x: number): number;
  /** Decimal logarithm. */
  log10(x: number): number;
  /** Sine; radians. */
  sin(x: number): number;
  /** Cosine; radians. */
  cos(x: number): number;
  /** Arc tangent; radians. */
  atan(x: number): number;
  /** Angle of the point (x, y); radians. */
  atan2(y: number, x: number): number;
  /** Hyperbolic tangent. */
  tanh(x: number): number;
  /** Error function. */
  erf(x: number): number;
  /** 1 - erf(x). */
  erfc(x: number): number;
  /** 0: exp and pow as the machine has them; 1 the same on all machines; 2 rounded to 32 bits, in builds that can. */
  use_exp_pow_precision(style?: 0 | 1 | 2 | number): number;
}

/**
 * Constants.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/constants.html
 */
export interface Constants {
  /** π. */
  readonly PI: number;
  /** e, the base of natural logarithms. */
  readonly E: number;
  /** The Euler-Mascheroni constant. */
  readonly GAMMA: number;
  /** Degrees in a radian. */
  readonly DEG: number;
  /** The golden ratio. */
  readonly PHI: number;
  /** Faraday's constant, C/mol. */
  readonly FARADAY: number;
  /** The molar gas constant, J/(K·mol). */
  readonly R: number;
  /** Avogadro's constant, 1/mol. */
  readonly Avogadro_constant: number;
  /** Numbers that differ by less are equal for comparisons, `int` and indices (default 1e-11). */
  float_epsilon: number;
}

/**
 * The older random number generator, and the minimiser.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/mcran4.html
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/analysis/programmatic/optimization.html
 */
export interface NumericalFunctions {
  /**
   * A random number, uniform between low and high (0 and 1), of the stream whose index is in `highIndex` and counts
   * on.
   */
  mcell_ran4(highIndex: NumberOut, destination?: NumberOut, count?: number, high?: number): number;
  /** The low index of the generator; with an argument, sets it. */
  mcell_ran4_init(lowIndex?: number): number;
  /** Whether `scop_random` of mechanisms uses that generator; with an argument, sets it. */
  use_mcell_ran4(on?: boolean | number): number;
  /**
   * Finds the minimum of a function of the Vector's elements, which end up there. A HOC function's name, with the
   * number of parameters; or a function.
   */
  fit_praxis(parameters: number, functionName: string, values: Vector | NumberOut, afterQuad?: string): number;
  fit_praxis(f: (values: Vector) => number, values: Vector): number;
  /** Sets tolerance, largest step and printing of `fit_praxis`. */
  attr_praxis(tolerance: number, maxStep: number, print: number): number;
  attr_praxis(seed: number): number;
  /** i-th principal value of the last fit; the axis goes to the Vector. */
  pval_praxis(i: number, axis?: Vector | NumberOut): number;
  /** Stops the running fit at the next (1) or that many quadratic fits. */
  stop_praxis(n?: number): number;
  /** Simultaneous equations of HOC's `eqn`: starts anew. */
  eqinit(): number;
  /** Solves the simultaneous equations of HOC's `eqn`. */
  solve(linear?: number): number;
  /** Prints the matrix of the simultaneous equations. */
  prmat(): number;
}
