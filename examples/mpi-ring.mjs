// @ts-check
// The ring of ring.mjs over several processes: each rank makes its share of the cells; spikes travel by gid.
// node examples/mpi-ring.mjs                    one process
// mpiexec -n 4 node examples/mpi-ring.mjs       four; the output is the same but for the first line
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");
const pc = h.ParallelContext();
const rank = pc.id();
const ranks = pc.nhost();
const count = 16;

const times = h.Vector();
const gids = h.Vector();
const synapses = new Map();

for (let gid = rank; gid < count; gid += ranks) {
  const soma = h.Section({ name: `soma${gid}` });
  soma.L = soma.diam = 12.6157; // µm
  soma.insert("hh");
  const synapse = h.ExpSyn(soma(0.5));
  synapse.tau = 2; // ms
  synapses.set(gid, synapse);
  pc.set_gid2node(gid, rank);
  pc.cell(gid, h.NetCon(soma(0.5)._ref_v, null, { sec: soma }));
  pc.spike_record(gid, times, gids);
}

for (const [gid, synapse] of synapses) {
  const connection = pc.gid_connect((gid + count - 1) % count, synapse);
  connection.delay = 5; // ms
  connection.weight[0] = 0.01; // µS
}

if (synapses.has(0)) {
  const start = h.NetStim();
  start.number = 1;
  start.start = 9; // ms
  const first = h.NetCon(start, synapses.get(0));
  first.delay = 1;
  first.weight[0] = 0.01;
}

pc.set_maxstep(10);
h.finitialize(-65);
pc.psolve(200);

// Every rank knows its own spikes; rank 0 prints the sums and the last spike of all.
const total = pc.allreduce(times.length, 1);
const last = pc.allreduce(times.length > 0 ? times.max() : -1, 2);
const sum = pc.allreduce(times.length > 0 ? times.sum() : 0, 1);
if (rank === 0) {
  console.log(`${ranks} ${ranks === 1 ? "rank" : "ranks"}`);
  console.log(
    `${total} spikes of ${count} cells, the last at ${last.toFixed(3)} ms, on average at ${(sum / total).toFixed(3)} ms`,
  );
}
pc.barrier();
