// @ts-check
// A small network in pictures: the cells in their shape while it runs, their voltages, and their spikes.
// node examples/pictures.mjs [folder]    writes ring-voltage.svg, ring-spikes.svg and ring-shape.svg
import { join } from "node:path";
import { h, p } from "nrn-patch";
import { morphology, raster, traces } from "nrn-patch/plot";

const folder = process.argv[2] ?? ".";
const count = 8;

const cells = Array.from({ length: count }, (_, i) => {
  const soma = p.Section({ name: `soma${i}`, L: 20, diam: 20, insert: "hh" }); // µm
  const dend = p.Section({ name: `dend${i}`, L: 150, diam: 2, nseg: 5, insert: "pas" });
  dend.connect(soma(1));
  dend.g_pas = 1e-4; // S/cm²
  // Each stands at its place on a ring, its dendrite outwards.
  const angle = (2 * Math.PI * i) / count;
  const at = (/** @type {number} */ r) => /** @type {const} */ ([r * Math.cos(angle), r * Math.sin(angle), 0]);
  soma.add3d([at(200), at(220)], 20);
  dend.add3d([at(220), at(370)], 2);
  const synapse = p.ExpSyn(dend, 0.5);
  synapse.tau = 2; // ms
  return { soma, dend, synapse, spikes: p.NetCon(soma, null).spikes };
});

// Each excites the next; a stimulus starts the first.
for (const [i, { synapse }] of cells.entries())
  p.NetCon(cells.at(i - 1)?.soma, synapse, { threshold: 0, delay: 3, weight: 0.02 });
const stim = p.NetStim();
stim.number = 1;
stim.start = 5; // ms
p.NetCon(stim, cells[0]?.synapse, { weight: 0.04, delay: 0 });

const voltages = Object.fromEntries(cells.slice(0, 3).map(({ soma }, i) => [`cell ${i}`, soma.record()]));
p.run(100, { vInit: -65 });
await traces(voltages, { title: "Three cells of the ring" }).save(join(folder, "ring-voltage.svg"));

const spikes = Object.fromEntries(cells.map(({ spikes }, i) => [`cell ${i}`, spikes]));
await raster(spikes, { xDomain: [0, 100] }).save(join(folder, "ring-spikes.svg"));
for (const [name, times] of Object.entries(spikes))
  console.log(`${name}: ${[...times].map((t) => t.toFixed(2)).join(" ")}`);

p.finitialize(-65);
p.continuerun(20); // the wave is on its way
const ring = morphology(h.allsec(), { color: "v", domain: [-80, 40], height: 600 });
await ring.save(join(folder, "ring-shape.svg"));
console.log(ring.title);
