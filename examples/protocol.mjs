// @ts-check
// A protocol in callbacks: at each initialisation a handler schedules the steps of a current; a spike ends the step.
// node examples/protocol.mjs
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");
const soma = h.Section({ name: "soma" });
soma.L = soma.diam = 20; // µm
soma.insert("hh");

const clamp = h.IClamp(soma(0.5));
clamp.delay = 0;
clamp.dur = 1e9; // ms: always on, its amplitude is the protocol's

const cvode = h.CVode();
/** @type {{ amplitude: number, from: number, spikes: number[] }[]} */
let steps = [];

/** Starts a step of the current. @param {number} amplitude nA */
function step(amplitude) {
  clamp.amp = amplitude;
  steps.push({ amplitude, from: h.t, spikes: [] });
}

h.FInitializeHandler(() => {
  steps = [];
  clamp.amp = 0;
  for (let i = 0; i < 4; i++) {
    cvode.event(20 + 50 * i, [step, 0.05 * (i + 1)]); // a function with its argument, as Python's tuples
    cvode.event(40 + 50 * i, () => {
      clamp.amp = 0;
    });
  }
});

const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
detector.threshold = 0; // mV
detector.record(() => {
  steps.at(-1)?.spikes.push(h.t);
  clamp.amp = 0;
});

for (const celsius of [6.3, 16.3]) {
  h.celsius = celsius;
  h.finitialize(-65);
  h.continuerun(220);
  console.log(`${celsius} °C`);
  for (const { amplitude, from, spikes } of steps)
    console.log(
      `  ${amplitude.toFixed(2)} nA from ${from.toFixed(0)} ms: ${spikes.map((t) => `spike after ${(t - from).toFixed(3)} ms`).join(", ") || "none"}`,
    );
}
