// NEURON's demonstration 1: a patch of membrane with hh channels.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 1);
}
