// NEURON's demonstration 6: a dynamic clamp built of linear circuit elements.
import { demonstrate } from "../demonstration.js";

export function run(h: any) {
  return demonstrate(h, 6);
}
