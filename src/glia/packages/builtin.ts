// The mechanisms that NEURON brings itself: assets like any other, of the package "NEURON".
import type { MechanismKind } from "./nmodl.js";

export const builtInPackage = "NEURON";

export const builtIn: readonly (readonly [name: string, kind: MechanismKind])[] = [
  ["pas", "density"],
  ["hh", "density"],
  ["extracellular", "density"],
  ["IClamp", "point process"],
  ["SEClamp", "point process"],
  ["VClamp", "point process"],
  ["AlphaSynapse", "point process"],
  ["ExpSyn", "point process"],
  ["Exp2Syn", "point process"],
  ["APCount", "point process"],
  ["NetStim", "artificial cell"],
  ["IntFire1", "artificial cell"],
  ["IntFire2", "artificial cell"],
  ["IntFire4", "artificial cell"],
  ["PatternStim", "artificial cell"],
];

/** Names of NEURON's that no mechanism compiled under its plain name can bear. */
export const taken: ReadonlySet<string> = new Set([
  ...builtIn.map(([name]) => name),
  "morphology",
  "capacitance",
  "fastpas",
]);

/** Functions of every point process and artificial cell: they hide what a file calls so. */
export const ofProcesses: ReadonlySet<string> = new Set(["loc", "get_loc", "has_loc", "get_segment"]);

/** Extensions that Patch brings itself: their plain names stay theirs. */
export const shipped: ReadonlySet<string> = new Set(["VecStim"]);
