// A reconstructed pyramidal cell: the anatomy of NEURON's own demonstration, channels, a current, a run, a CSV file.
// npm start                        writes pyramid.csv: time in ms, voltage of the soma in mV
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");
h.xopen(`${h.neuronhome()}/demo/pyramid.nrn`); // traced by Pat McAllister; ten thousand lines of 3-D points

const sections = [...h.allsec()];
const soma = sections.find((section) => section.name() === "soma");
for (const section of sections) {
  section.Ra = 150; // Ω·cm
  section.nseg = 2 * Math.floor((section.L / (0.1 * h.lambda_f(100, { sec: section })) + 0.9) / 2) + 1;
  section.insert("pas");
  section.g_pas = 1 / 30000; // S/cm²
  section.e_pas = -65; // mV
  section.insert("hh");
  section.gnabar_hh = section === soma ? 0.3 : 0.02; // S/cm²
  section.gkbar_hh = section === soma ? 0.08 : 0.006;
  section.gl_hh = 0;
}

const clamp = h.IClamp(soma(0.5));
clamp.delay = 5; // ms
clamp.dur = 90;
clamp.amp = 1.5; // nA

const time = h.Vector().record(h._ref_t);
const voltage = h.Vector().record(soma(0.5)._ref_v);
const spikes = h.Vector();
const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
detector.threshold = 0; // mV
detector.record(spikes);

h.celsius = 6.3;
h.finitialize(-65);
const started = performance.now();
h.continuerun(100);
const seconds = (performance.now() - started) / 1000;

const file = process.argv[2] ?? "pyramid.csv";
const volts = voltage.toArray();
const rows = Array.from(time, (t, i) => `${t},${volts[i]}`);
writeFileSync(file, `t_ms,soma_mV\n${rows.join("\n")}\n`);

const segments = sections.reduce((sum, section) => sum + section.nseg, 0);
console.log(`A reconstructed pyramidal cell in NEURON ${h.nrnversion(0)}`);
console.log(`  ${sections.length} sections, ${segments} segments`);
console.log(`  ${spikes.length} spikes, at ${Array.from(spikes, (t) => t.toFixed(2)).join(", ")} ms`);
console.log(
  `  ${voltage.length} samples from ${voltage.min().toFixed(2)} to ${voltage.max().toFixed(2)} mV, in ${file}`,
);
console.log(`  100 ms of model time took ${seconds.toFixed(2)} s`);
