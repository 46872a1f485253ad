// @ts-check
// A cell on a page in the browser: run it, turn it, click a dendrite, and look for the current at which it fires.
// Run with: node examples/live-page.mjs, and open the address that it prints. Ctrl-C ends it.
import { p } from "nrn-patch";
import { view } from "nrn-patch/view";

const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" }); // µm
/** A dendrite that forks until it is thin. @param {import("nrn-patch").Section} parent @param {number} level */
function grow(parent, level) {
  for (const side of ["left", "right"]) {
    const name = `${parent === soma ? "" : parent}${parent === soma ? "" : "_"}${side}`;
    const dend = p.Section({ name, L: 120 - 15 * level, diam: 4 / level, nseg: 7, insert: level < 3 ? "hh" : "pas" });
    dend.connect(parent(1));
    if (level < 5) grow(dend, level + 1);
  }
}
grow(soma, 1);

const clamp = soma.iclamp({ delay: 5, duration: 1e9, amplitude: 0.5 }); // ms, ms, nA
const detector = p.NetCon(soma, null, { threshold: 0, weight: 0 });

const page = await view({
  title: "Which current makes it fire?",
  duration: 300, // ms
  traces: { soma, "left dendrite": [...p.allsec()].find((section) => String(section) === "left") },
  spikes: { soma: detector.spikes },
  parameters: {
    "current, nA": {
      get: () => clamp.amp,
      set: (amplitude) => {
        clamp.amp = amplitude;
      },
      min: 0,
      max: 4,
    },
    "sodium channels of the soma, S/cm²": {
      get: () => soma(0.5).hh.gnabar,
      set: (density) => {
        soma(0.5).hh.gnabar = density;
      },
      min: 0,
      max: 0.3,
    },
  },
});
console.log(page.url);
