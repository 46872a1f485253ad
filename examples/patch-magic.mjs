// @ts-check
// A Cell class of one's own: its magic methods say what stands for it, so p takes it wherever NEURON's objects go.
// node examples/patch-magic.mjs
import { connection, p } from "nrn-patch";

class Cell {
  /** @param {string} name */
  constructor(name) {
    this.soma = p.Section({ name: `${name}.soma`, L: 20, diam: 20, nseg: 2, insert: "hh" });
    this.axon = p.Section({ name: `${name}.axon`, L: 400, diam: 1, nseg: 11, insert: "hh" });
    this.axon.connect(this.soma, 1, 0);
    this.synapse = this.soma.synapse(p.ExpSyn, { attributes: { tau: 2 } });
  }
  /** What stands for the cell in NEURON. */
  __neuron__() {
    return this.soma;
  }
  /** Where on that section something goes that is put on the cell. */
  __arc__() {
    return 0.25;
  }
  /** What a NetCon from the cell listens to. */
  __netcon__() {
    return this.axon(0.9);
  }
  /** What is recorded of the cell. */
  __record__() {
    return this.soma(0.5)._ref_v;
  }
}

const [first, second] = [new Cell("first"), new Cell("second")];

const clamp = p.IClamp(first); // at soma(0.25)
clamp.delay = 2; // ms
clamp.duration = 1;
clamp.amplitude = 1; // nA
p.NetCon(first, second.synapse, { threshold: 0, delay: 1, weight: 0.05 });

const voltages = [first, second].map((cell) => p.record(cell));
const arrivals = [first, second].map((cell) => p.NetCon(cell, null, { threshold: 0 }).spikes);
p.run(30, { vInit: -65 });

console.log(`${clamp} is at ${clamp.get_segment()}`);
[first, second].forEach((cell, i) => {
  const peak = voltages[i]?.max().toFixed(3);
  const at = [...(arrivals[i] ?? [])].map((t) => t.toFixed(3)).join(" ");
  console.log(`${cell.soma}: ${peak} mV at most, spikes at the axon's end: ${at} ms`);
});
console.log(`the connection's delay: ${connection(first, second.synapse).delay} ms`);
