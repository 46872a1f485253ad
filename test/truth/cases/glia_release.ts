// NEURON's demonstration 4, calcium diffusion and transmitter release: its NMODL files come through Glia as they were published.
import { demonstrate } from "../demonstration.js";
import { loadPublished } from "../published.js";

export function run(h: any) {
  const traces = demonstrate(h, 4, () => loadPublished(`${h.neuronhome()}/demo/release`));
  const middle = h.terminal(0.5);
  const { trel, cadifpmp, nacax, cachan } = middle;
  traces.transmitter = [trel.Ves, trel.B, trel.Ach, h.power_trel, h.al_trel];
  traces.calcium = [middle.cai, middle.ica, cachan.oca, cadifpmp.pump, cadifpmp.ica_pmp, nacax.k, ...cadifpmp.ca];
  traces.written = [h.tot_ca(), h.compare_ca()]; // HOC of the demonstration that names variables by plain names
  return traces;
}
