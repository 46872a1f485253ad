// @ts-check
// A ring of cells: each excites the next; one event at the start goes round for as long as the run lasts.
// node examples/ring.mjs [cells]
import { h } from "nrn-patch";

h.load_file("stdrun.hoc");

class Cell {
  /** @param {number} id */
  constructor(id) {
    this.id = id;
    this.soma = h.Section({ name: "soma", cell: this });
    this.soma.L = this.soma.diam = 12.6157; // µm: an area of 500 µm²
    this.soma.insert("hh");
    this.synapse = h.ExpSyn(this.soma(0.5));
    this.synapse.tau = 2; // ms
    this.spikes = h.Vector();
    const detector = h.NetCon(this.soma(0.5)._ref_v, null, { sec: this.soma });
    detector.record(this.spikes);
  }

  /** The connection to another cell. @param {Cell} other */
  excite(other) {
    const connection = h.NetCon(this.soma(0.5)._ref_v, other.synapse, { sec: this.soma });
    connection.delay = 5; // ms
    connection.weight[0] = 0.01; // µS
    return connection;
  }

  toString() {
    return `Cell[${this.id}]`;
  }
}

const count = Number(process.argv[2] ?? 5);
const cells = Array.from({ length: count }, (_, id) => new Cell(id));
cells.forEach((cell, i) => {
  cell.excite(/** @type {Cell} */ (cells[(i + 1) % count]));
});

const start = h.NetStim();
start.number = 1;
start.start = 9; // ms
const first = h.NetCon(start, cells[0]?.synapse ?? null);
first.delay = 1;
first.weight[0] = 0.01;

h.finitialize(-65);
h.continuerun(100);

for (const cell of cells) console.log(`${cell}: ${[...cell.spikes].map((t) => t.toFixed(3)).join(" ")}`);
const total = cells.reduce((sum, cell) => sum + cell.spikes.length, 0);
console.log(`${total} spikes of ${count} cells in ${h.t.toFixed(0)} ms`);
