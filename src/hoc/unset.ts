// POINTER variables that point to nothing: NEURON would die when it reads one.
import { SimulationError } from "../core/errors.js";
import { native } from "../engine/engine.js";
import { nameOf } from "./names.js";
import { sourceOf } from "./source.js";

// Mechanisms of these types have been looked at.
let known = 0;

/** Throws for the first POINTER of the model that is unset or whose target is gone. */
export function checkPointers(): void {
  if (native.mechanismCount() > known) learn();
  const found = native.unsetPointer();
  if (found !== undefined)
    throw new SimulationError(
      `${found} was never set, or what it pointed to is gone. Point it somewhere before the simulation: h.setpointer(soma(0.5)._ref_v, "name", process).`,
    );
}

/**
 * Which POINTERs have to be set. Those that the mechanism's source tests or handles itself (`nrn_pointing`, `_p_NAME`
 * in VERBATIM) are left unset by published models, or hold memory of their own. NEURON keeps each source in its library.
 */
function learn(): void {
  const list = native.pointerNames(known);
  known = native.mechanismCount();
  for (let i = 0; i < list.length; i++) {
    const mechanism = list[i++] as number;
    const source = sourceOf(nameOf(mechanism).name).code;
    for (; list[i] !== 0; i++) {
      const pointer = nameOf(list[i] as number).name;
      const bare = pointer.replace(new RegExp(`_${nameOf(mechanism).name}$`), "");
      const handledThere =
        new RegExp(`\\b_p_${bare}\\b|nrn_pointing\\s*\\(\\s*${bare}\\b`).test(source) ||
        /\bBBCOREPOINTER\b/.test(source);
      if (!handledThere) native.checkPointer(mechanism, list[i] as number);
    }
  }
}
