// The numbers that the addon and TypeScript share (native/value.h, native/neuron.h).

/** How an argument is written. */
export const Arg = {
  Number: 0,
  Text: 1,
  Null: 2,
  Object: 3,
  Section: 4,
  Segment: 5,
  RangePointer: 6,
  MemberPointer: 7,
  TopPointer: 8,
  Box: 9,
  Host: 10,
} as const;

/** How a result is read. */
export const Result = {
  None: 0,
  Number: 1,
  Text: 2,
  Null: 3,
  Object: 4,
  Host: 5,
  Section: 6,
  Segment: 7,
  Boolean: 8,
} as const;

/** Doubles for each argument, and arguments in one call. */
export const STRIDE = 8;
export const CAPACITY = 1024;

/** Whose an object is: nobody's any more, HOC's too, or ours alone. */
export const Standing = { gone: 0, shared: 1, ours: 2 } as const;

/** Kinds of HOC symbols. */
export const Kind = {
  objectAlias: 1,
  varAlias: 2,
  string: 260,
  variable: 263,
  mathFunction: 264,
  function: 270,
  procedure: 271,
  builtInFunction: 280,
  objectFunctionOfHoc: 284,
  iterator: 292,
  stringFunction: 295,
  objectFunction: 296,
  section: 307,
  rangeVariable: 310,
  mechanism: 311,
  setPointer: 318,
  sectionRef: 319,
  rangeObject: 320,
  object: 324,
  template: 325,
  objectMethod: 329,
  stringMethod: 330,
} as const;

/** Sub-kinds of variables. */
export const Variable = { user: 0, integer: 1, builtIn: 2, sectionProperty: 3 } as const;

/** The sub-kind of a POINTER. */
export const POINTER = 4;
