// One of NEURON's demonstrations: pieces.js NUMBER [EVERY]. Without EVERY by NEURON's run(), with it in pieces (0: of its own choice).
// Prints a digest of each recorded vector, and how many samples, spikes and pieces there were.
import { createHash } from "node:crypto";
import { h, p } from "nrn-patch";
import { prepareDemonstration } from "./demonstration.js";

const [number, every] = process.argv.slice(2).map(Number);
p.load_file("stdrun.hoc");
const { v, spikes, senders } = prepareDemonstration(h, number as number);
let pieces = 0;
if (every === undefined) h.run();
else await p.simulate(undefined, { every: every || undefined, onProgress: () => pieces++ });
const all: Float64Array[] = [...v, spikes, senders].map((vector) => Float64Array.from(vector));
const digest = (values: Float64Array) => createHash("sha256").update(Buffer.from(values.buffer)).digest("hex");
const samples = all.reduce((sum, { length }) => sum + length, 0);
console.log(JSON.stringify({ t: h.t, samples, spikes: spikes.length, pieces, digests: all.map(digest) }));
