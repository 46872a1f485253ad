// @ts-check
// A ring of cells over as many processes as there are: the same lines come out of one and of many.
// node examples/patch-ring.mjs
// mpiexec -n 4 node examples/patch-ring.mjs
import { p } from "nrn-patch";

const { id, nhost } = p.parallel;
const count = 12;

/** @type {Map<number, import("nrn-patch").ExpSyn>} */
const synapses = new Map();
for (let gid = id; gid < count; gid += nhost) {
  const soma = p.Section({ name: `soma${gid}`, L: 12.6157, diam: 12.6157, insert: "hh" });
  synapses.set(gid, soma.synapse(p.ExpSyn, { attributes: { tau: 2 } }));
  p.ParallelCon(soma, gid); // its spikes go by this number
}
for (const [gid, synapse] of synapses) p.ParallelCon((gid + count - 1) % count, synapse, { delay: 5, weight: 0.01 }); // ms, µS
synapses.get(0)?.stimulate({ start: 9, number: 1, weight: 0.01, delay: 1 });

const [times, gids] = p.parallel.spike_record();
p.run(150, { vInit: -65 });

// Each rank knows the spikes of its own cells; gathered, they are the network's.
const all = p.parallel.gather([...times].map((t, i) => /** @type {[number, number]} */ ([t, gids.get(i)])));
if (all !== null) {
  const spikes = all.flat().sort(([a], [b]) => a - b);
  for (let gid = 0; gid < count; gid++) {
    const own = spikes.filter(([, source]) => source === gid).map(([t]) => t.toFixed(3));
    console.log(`cell ${gid}: ${own.join(" ")}`);
  }
  console.log(`${spikes.length} spikes of ${count} cells`);
}
p.parallel.barrier();
