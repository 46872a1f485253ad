// NEURON's Matrix: full or sparse, with linear algebra, and the LinearMechanism that adds equations to a model.

import type { HocObject } from "../object.js";
import type { ClassOf, NumberOut, SectionOption } from "./base.js";
import type { File } from "./files.js";
import type { SectionList } from "./lists.js";
import type { Vector } from "./vector.js";

/** `m.x`: rows that can be indexed, `m.x[i][j]`. */
export interface MatrixElements {
  readonly [row: number]: { [column: number]: number };
}

/**
 * A matrix of doubles. Operations that have an `out` argument put their result there and return it; without it most
 * return a new Matrix,
 * but `add` and `muls` change this one.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/matrix.html
 */
export declare class Matrix extends HocObject {
  /** The elements: `m.x[i][j]`. */
  get x(): MatrixElements;
  /** Number of rows. */
  nrow(): number;
  /** Number of columns. */
  ncol(): number;
  /** Sets the numbers of rows and columns; what stays keeps its values. */
  resize(rows: number, columns: number): this;
  /** The element. */
  getval(row: number, column: number): number;
  /** Sets the element and returns the value. */
  setval(row: number, column: number, value: number): number;
  /** Number of stored elements in a row of a sparse matrix. */
  sprowlen(row: number): number;
  /** The i-th stored element of a row of a sparse matrix; its column goes to `column`. */
  spgetrowval(row: number, i: number, column?: NumberOut): number;
  /** Sets all elements, row after row. */
  set(...values: number[]): this;
  /** Prints to standard output. Formats: element (default " %-8.3g"), end of row (default "\n"). */
  printf(elementFormat?: string, rowFormat?: string): number;
  /** Writes as text to a file, preceded by its size unless the first argument is 0. */
  fprint(file: File, elementFormat?: string, rowFormat?: string): number;
  fprint(withSize: 0 | 1 | number, file: File, elementFormat?: string, rowFormat?: string): number;
  /** Reads from a file; the size stands first there unless given. */
  scanf(file: File, rows?: number, columns?: number): number;

  /** The product with a Vector. */
  mulv(vector: Vector, out?: Vector): Vector;
  /** A row as a Vector. */
  getrow(row: number, out?: Vector): Vector;
  /** A column as a Vector. */
  getcol(column: number, out?: Vector): Vector;
  /** A diagonal as a Vector: 0 the main one, positive above it, negative below. */
  getdiag(diagonal: number, out?: Vector): Vector;
  /** Sets a row to a number or to a Vector. */
  setrow(row: number, values: number | Vector): this;
  /** Sets a column to a number or to a Vector. */
  setcol(column: number, values: number | Vector): this;
  /** Sets a diagonal to a number or to a Vector (of as many elements as there are rows). */
  setdiag(diagonal: number, values: number | Vector): this;
  /** Solves M·x = b. With 1 uses the LU factors of the previous call. */
  solv(b: Vector, out?: Vector | 0 | 1 | number, useFactors?: 0 | 1 | number | Vector): Vector;
  /** Determinant as a mantissa; times 10 to the power that goes to `exponent`. */
  det(exponent: NumberOut): number;
  /** The product with another Matrix. */
  mulm(other: Matrix, out?: Matrix): Matrix;
  /** Multiplies by a number: in place unless `out` is given. */
  muls(factor: number, out?: Matrix): Matrix;
  /** Adds another Matrix: in place unless `out` is given. */
  add(other: Matrix, out?: Matrix): Matrix;
  /** A copy. */
  c(out?: Matrix): Matrix;
  /** Copies the block of so many rows and columns at (row, column) to the top left, or to the given place, of `out`. */
  bcopy(row: number, column: number, rows: number, columns: number, out?: Matrix): Matrix;
  bcopy(
    row: number,
    column: number,
    rows: number,
    columns: number,
    outRow: number,
    outColumn: number,
    out?: Matrix,
  ): Matrix;
  /** The transpose. */
  transpose(out?: Matrix): Matrix;
  /** The inverse. */
  inverse(out?: Matrix): Matrix;
  /** The matrix exponential. */
  exp(out?: Matrix): Matrix;
  /** The matrix to a whole power from 0 to 100. */
  pow(exponent: number, out?: Matrix): Matrix;
  /** Eigenvalues of a symmetric matrix, as a Vector; the eigenvectors become the columns of `out`. */
  symmeig(out: Matrix): Vector;
  /** Singular values, as a Vector; with two matrices, M = Uᵀ·D·V goes there. */
  svd(u?: Matrix, v?: Matrix): Vector;
  /** Sets all elements to 0. */
  zero(): this;
  /** Makes the identity. */
  ident(): this;
  /** All elements column after column, as a Vector. */
  to_vector(out?: Vector): Vector;
  /** Fills column after column from a Vector. */
  from_vector(vector: Vector): this;
}

/** `h.Matrix(rows, columns, type)`: type 1 full (default), 2 sparse. */
export type MatrixConstructor = ClassOf<Matrix, [rows?: number, columns?: number, type?: 1 | 2 | number]>;

/**
 * Adds the equations c·dy/dt + g·y = b to the model, y being voltages, extracellular potentials and states of its own.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/linmod.html
 */
export declare class LinearMechanism extends HocObject {
  /** 1 while all that it refers to exists. */
  valid(): number;
}

/** The matrices of c·dy/dt + g·y = b, and y0, the values of y at initialisation. */
export type LinearEquations =
  | [c: Matrix, g: Matrix, y: Vector, b: Vector]
  | [c: Matrix, g: Matrix, y: Vector, y0: Vector, b: Vector];

/**
 * Which voltages the first equations are about: one place, or one for each section of a list (`layers`: 0 the cell,
 * 1, 2 … extracellular).
 */
export type LinearPlaces = [x: number, options?: SectionOption] | [sections: SectionList, x: Vector, layers?: Vector];

/** `h.LinearMechanism(before?, c, g, y, [y0,] b, …)`; `before` is called before each solving, to change g and b. */
export type LinearMechanismConstructor = ClassOf<
  LinearMechanism,
  | [...equations: LinearEquations]
  | [...equations: LinearEquations, ...places: LinearPlaces]
  | [before: () => void, ...equations: LinearEquations]
  | [before: () => void, ...equations: LinearEquations, ...places: LinearPlaces]
>;
