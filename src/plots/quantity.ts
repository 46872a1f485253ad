// What an axis is called: the quantity and its unit, as a scientist writes them.
import type { Recorded } from "../hoc/recorded.js";

/** Quantities that have a name of their own, by NEURON's name. */
const quantities: Readonly<Record<string, string>> = {
  t: "time",
  v: "membrane potential",
  vext: "extracellular potential",
  cm: "membrane capacitance",
  diam: "diameter",
  Ra: "axial resistivity",
  i_cap: "capacitive current",
  i_membrane: "membrane current",
  i_membrane_: "membrane current",
  cai: "[Ca²⁺] inside",
  cao: "[Ca²⁺] outside",
  ica: "calcium current",
  ina: "sodium current",
  ik: "potassium current",
};

/** "membrane potential (mV)", "gnabar_hh (S/cm²)", "m_hh". */
export function axisLabel(variable: string, units: string): string {
  const bare = variable.replace(/\[\d+\]$/, "");
  const name = Object.hasOwn(quantities, bare) ? (quantities[bare] as string) : variable;
  return units === "" ? name : `${name} (${unitText(units)})`;
}

/** NEURON's spelling of a unit in print: "uS/cm2" is "µS/cm²". */
export function unitText(units: string): string {
  return units
    .replace(/\bu(?=[A-Za-z])/g, "µ")
    .replace(/(?<=[a-z])2\b/g, "²")
    .replace(/(?<=[a-z])3\b/g, "³")
    .replace(/\bmegohm\b/g, "MΩ")
    .replace(/\bohm\b/g, "Ω")
    .replace(/-cm\b/g, "·cm");
}

/** The label of an axis that several share: of what all of them are, else of their unit alone. */
export function sharedLabel(recorded: readonly (Recorded | undefined)[]): string | undefined {
  const [first] = recorded;
  if (first === undefined || recorded.some((other) => other === undefined || other.units !== first.units))
    return undefined;
  if (recorded.every((other) => other?.variable === first.variable)) return axisLabel(first.variable, first.units);
  return first.units === "" ? undefined : unitText(first.units);
}
