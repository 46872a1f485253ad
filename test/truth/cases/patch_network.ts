// A ring of cells with inhibition and an artificial cell, wired and recorded by Patch.
import { p } from "nrn-patch";

export function run() {
  p.celsius = 6.3;
  const n = 8;
  const cells = Array.from({ length: n }, (_, k) => {
    const soma = p.Section({ name: `cell${k}`, L: 15 + k, diam: 15 + k, insert: "hh" });
    const excite = soma.synapse(p.ExpSyn, { attributes: { tau: 2 } });
    const inhibit = soma.synapse(p.ExpSyn, { attributes: { tau: 5, e: -80 } });
    // What stands for the cell in NEURON.
    return { soma, excite, inhibit, __neuron__: () => soma };
  });
  cells.forEach((cell, k) => {
    const [next, third] = [cells[(k + 1) % n], cells[(k + 3) % n]] as [(typeof cells)[0], (typeof cells)[0]];
    p.NetCon(cell, next.excite, { threshold: -10, delay: 1.5, weight: 0.1 });
    p.NetCon(cell, third.inhibit, -10, 0.7, 0.0005);
    p.NetCon(cell, third.inhibit, { threshold: -10, delay: 2.1, weight: [0.0002] });
  });
  const relay = p.IntFire1();
  [relay.tau, relay.refrac] = [5, 1];
  const stim = p.NetStim();
  [stim.start, stim.number, stim.interval, stim.noise] = [1, 12, 4, 0.5];
  p.NetCon(stim, relay, 10, 0.3, 1.2);
  p.NetCon(relay, (cells[0] as (typeof cells)[0]).excite, 10, 0.2, 0.05);
  const detectors = cells.map((cell) => p.NetCon(cell, null, { threshold: -10 }));
  const spikes = detectors.map((detector, k) => [`spikes${k}`, detector.spikes] as const);
  const v = (cells[3] as (typeof cells)[0]).soma.record();
  p.run(80, { vInit: -65 });
  return { v, ...Object.fromEntries(spikes) };
}
