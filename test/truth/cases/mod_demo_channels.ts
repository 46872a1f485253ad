// NEURON's demonstration 7: stochastic single channels.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 7);
}
