// A cell with a dendrite from points, a changing current, a synapse and a voltage clamp: what Patch does in one call each.
import { p } from "nrn-patch";

export function run() {
  p.celsius = 32;
  const soma = p.Section({ name: "soma", L: 20, diam: 20, Ra: 120, cm: 1.2, insert: "hh" });
  const dend = p.Section({ name: "dend", nseg: 5, Ra: 120, cm: 1.2, insert: "pas" });
  const points = [
    [0, 0, 0],
    [50, 10, 0],
    [120, 10, 30],
  ];
  dend.add3d(points, 1.5).connect(soma(1));
  soma.iclamp({ delay: 2, duration: 3, amplitude: Array.from({ length: 60 }, (_, i) => 0.5 + 0.25 * (i % 7)) });
  const syn = dend.synapse(p.Exp2Syn, { x: 0.7, attributes: { tau1: 0.5, tau2: 3, e: 0 } });
  syn.stimulate({ start: 8, number: 20, interval: 1, noise: 1, weight: 0.01, delay: 0.5 });
  const hold = dend.vclamp({ x: 0.1, before: 14, duration: 4, after: 1, voltage: [-65, -20, -65] });
  hold.rs = 50;
  const [v, w, i] = [soma.record(), dend.record(0.7), p.record(hold)];
  p.run(30, { vInit: -65 });
  return { v, w, i, t: p.time };
}
