// Weights that were forgotten: NEURON's silent 0 is the commonest mistake there is.
import { ArgumentRangeError, SimulationError } from "../core/errors.js";
import { memberArray, ownLength, setOwnArray } from "../hoc/member.js";
import { type HocObject, invokeNamed, isObjectAlive } from "../hoc/object.js";

/** NetCons of p that were never given a weight. */
export const unweighted = new Set<HocObject>();

export function setWeights(netcon: HocObject, to: HocObject | null, weights: readonly number[] | undefined): void {
  if (weights === undefined && to === null) return;
  const length = ownLength(netcon, "weight");
  if (weights === undefined) {
    if (length > 0) unweighted.add(netcon);
    return;
  }
  if (weights.length > length)
    throw new ArgumentRangeError(
      `p.NetCon: weight: ${weights.length} weights, but ${to === null ? "a detector" : String(to)} takes ${length}.`,
    );
  setOwnArray(netcon, "weight", weights);
}

/** Before a simulation: every NetCon of p has been given a weight, when it was made or by assignment. */
export function checkWeights(): void {
  for (const netcon of unweighted) {
    const weights = isObjectAlive(netcon) ? [...(memberArray(netcon, "weight") as unknown as Iterable<number>)] : [];
    if (weights.length === 0 || weights.some((w) => w !== 0)) {
      unweighted.delete(netcon); // gone, or HOC set it
      continue;
    }
    const name = String(netcon);
    throw new SimulationError(
      `${name} to ${String(invokeNamed(netcon, "syn", []))} was never given a weight. Give one to p.NetCon(source, target, { weight: 0.1 }), or set ${name}.weight[0], 0 included.`,
      { code: "ERR_PATCH_NO_WEIGHT" },
    );
  }
}
