// Weights that were forgotten: NEURON's silent 0 is the commonest mistake there is.
import { ArgumentRangeError, SimulationError } from "../core/errors.js";
import { memberArray, ownLength } from "../hoc/member.js";
import { type ClassInfo, type HocObject, infoOf, invokeNamed, isObjectAlive } from "../hoc/object.js";

/** NetCons of p that were never given a weight. */
export const unweighted = new Set<HocObject>();

/** How many the NetCons onto a class of targets have. */
const lengths = new WeakMap<ClassInfo, number>();

function lengthOf(netcon: HocObject, to: HocObject): number {
  const info = infoOf(to);
  let length = lengths.get(info);
  if (length === undefined) {
    length = ownLength(netcon, "weight");
    lengths.set(info, length);
  }
  return length;
}

/** What fits a new NetCon; one that is given none is remembered. */
export function checkedWeights(
  netcon: HocObject,
  to: HocObject | null,
  weights: readonly number[] | undefined,
): readonly number[] | undefined {
  if (weights === undefined && to === null) return undefined;
  const length = to === null ? ownLength(netcon, "weight") : lengthOf(netcon, to);
  if (weights === undefined || weights.length === 0) {
    if (length > 0) unweighted.add(netcon);
  } else if (weights.length > length)
    throw new ArgumentRangeError(
      `p.NetCon: weight: ${weights.length} weights, but ${to === null ? "a detector" : String(to)} takes ${length}.`,
    );
  return weights;
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
