// @ts-check
// The fixed step against CVode's variable one: the same spike, fewer steps.
// node examples/cvode.mjs
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");
const axon = h.Section({ name: "axon" });
axon.L = 1000; // µm
axon.diam = 1;
axon.nseg = 51;
axon.insert("hh");
const clamp = h.IClamp(axon(0));
clamp.delay = 1; // ms
clamp.dur = 1;
clamp.amp = 0.3; // nA

const time = h.Vector().record(h._ref_t);
const arrivals = [0.1, 0.9].map((x) => {
  const times = h.Vector();
  const detector = h.NetCon(axon(x)._ref_v, null, { sec: axon });
  detector.threshold = 0; // mV
  detector.record(times);
  return times;
});

/** Runs for 50 ms. @param {string} name */
function run(name) {
  h.finitialize(-65);
  h.continuerun(50);
  const [near, far] = arrivals.map((times) => times[0] ?? Number.NaN);
  const speed = (0.8 * axon.L * 1e-6) / (((far ?? 0) - (near ?? 0)) * 1e-3);
  console.log(
    `${name.padEnd(22)} ${String(time.length - 1).padStart(6)} steps  at 0.9: ${far?.toFixed(4)} ms  ${speed.toFixed(4)} m/s`,
  );
}

for (const dt of [0.025, 0.005, 0.001]) {
  h.dt = dt;
  h.steps_per_ms = 1 / dt;
  run(`fixed, dt ${dt} ms`);
}
const cvode = h.CVode();
cvode.active(true);
for (const tolerance of [1e-3, 1e-5]) {
  cvode.atol(tolerance);
  run(`CVode, atol ${tolerance}`);
}
