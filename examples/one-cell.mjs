// @ts-check
// One cell: a soma, two dendrites, and a synapse that a stimulator excites ten times.
// node examples/one-cell.mjs
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");

const soma = h.Section({ name: "soma" });
soma.L = soma.diam = 20; // µm
soma.insert("hh");

const dendrites = ["left", "right"].map((name) => {
  const dendrite = h.Section({ name });
  dendrite.L = 200;
  dendrite.diam = 2;
  dendrite.nseg = 5;
  dendrite.insert("pas");
  dendrite.e_pas = -65; // mV
  dendrite.connect(soma(1));
  return dendrite;
});
h.topology();

const [left] = /** @type {[import("nrn-patch").Section]} */ (/** @type {unknown} */ (dendrites));
const synapse = h.ExpSyn(left(0.5));
synapse.tau = 2; // ms

const stimulator = h.NetStim();
stimulator.start = 5; // ms
stimulator.interval = 10;
stimulator.number = 10;
stimulator.noise = 0;

const connection = h.NetCon(stimulator, synapse);
connection.delay = 1; // ms
connection.weight[0] = 0.03; // µS

const atSoma = h.Vector().record(soma(0.5)._ref_v);
const atSynapse = h.Vector().record(left(0.5)._ref_v);
const spikes = h.Vector();
const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
detector.threshold = 0; // mV
detector.record(spikes);

h.finitialize(-65);
h.continuerun(110);

console.log(`${synapse} is ${h.distance(soma(0.5), left(0.5))} µm from the soma's middle`);
console.log(`at the synapse: ${atSynapse.min().toFixed(3)} to ${atSynapse.max().toFixed(3)} mV`);
console.log(`at the soma:    ${atSoma.min().toFixed(3)} to ${atSoma.max().toFixed(3)} mV`);
console.log(`${spikes.length} spikes: ${[...spikes].map((t) => t.toFixed(3)).join(", ")} ms`);
