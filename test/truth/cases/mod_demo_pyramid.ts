// NEURON's demonstration 3: a reconstructed pyramidal cell.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 3);
}
