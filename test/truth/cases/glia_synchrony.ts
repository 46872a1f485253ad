// NEURON's demonstration 5, a network of artificial cells that synchronizes: its NMODL files come through Glia as they were published.
import { demonstrate } from "../demonstration.js";
import { loadPublished } from "../published.js";

export function run(h: any) {
  return demonstrate(h, 5, () => loadPublished(`${h.neuronhome()}/demo/release`));
}
