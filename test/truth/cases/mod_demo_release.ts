// NEURON's demonstration 4: calcium diffusion and transmitter release.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 4);
}
