// A reconstructed pyramidal cell: the anatomy of NEURON's own demonstration, channels, a current, a run, a CSV file.
// npm start                       writes pyramid.csv (time in ms, soma voltage in mV)
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");
h.xopen(`${h.neuronhome()}/demo/pyramid.nrn`); // 79 sections, traced by Pat McAllister

const sections = [...h.allsec()];
for (const section of sections) {
  section.Ra = 100;
  section.cm = 1;
  section.nseg = 2 * Math.floor((section.L / (0.1 * h.lambda_f(100, { sec: section })) + 0.9) / 2) + 1;
  section.insert("pas");
  section.g_pas = 1 / 20000;
  section.e_pas = -65;
}
const soma = sections.find((section) => section.name() === "soma");
soma.insert("hh");
soma.gnabar_hh = 0.5;
soma.gkbar_hh = 0.2;

const clamp = h.IClamp(soma(0.5));
clamp.delay = 5; // ms
clamp.dur = 40; // ms
clamp.amp = 6; // nA

const time = h.Vector().record(h._ref_t);
const voltage = h.Vector().record(soma(0.5)._ref_v);
const spikes = h.Vector();
const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
detector.threshold = 0;
detector.record(spikes);

h.celsius = 16;
h.finitialize(-65);
const started = performance.now();
h.continuerun(50);
const seconds = (performance.now() - started) / 1000;

const file = process.argv[2] ?? "pyramid.csv";
const times = time.toArray();
const volts = voltage.toArray();
writeFileSync(file, `t (ms),soma.v(0.5) (mV)\n${Array.from(times, (t, i) => `${t},${volts[i]}`).join("\n")}\n`);

const segments = sections.reduce((sum, section) => sum + section.nseg, 0);
console.log(`Reconstructed pyramidal cell, NEURON ${h.nrnversion(0)}`);
console.log(`  ${sections.length} sections, ${segments} segments`);
console.log(`  ${spikes.length} spikes, at ${Array.from(spikes, (t) => t.toFixed(2)).join(", ")} ms`);
console.log(
  `  ${voltage.length} samples, ${voltage.min().toFixed(2)} to ${voltage.max().toFixed(2)} mV, written to ${file}`,
);
console.log(`  50 ms computed in ${seconds.toFixed(3)} s`);
