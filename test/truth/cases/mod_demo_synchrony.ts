// NEURON's demonstration 5: artificial cells that synchronise.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 5);
}
