// NEURON's demonstration 2: a stylized neuron with a myelinated axon.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 2);
}
