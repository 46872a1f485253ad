// @ts-check
// A cell whose dendrites are drawn by 3-D points; a synapse at a tip, seen along the way to the soma.
// node examples/patch-cell.mjs
import { h, p } from "nrn-patch";

const soma = p.Section({ name: "soma", insert: "hh" });
soma.add3d(
  [
    [-10, 0, 0],
    [10, 0, 0],
  ],
  20, // µm, at each point
);

const trunk = p.Section({ name: "trunk", nseg: 5, Ra: 100, insert: "pas" });
trunk.add3d(
  [
    [10, 0, 0],
    [60, 30, 0],
    [120, 40, 20],
  ],
  [4, 3, 2.5],
);
trunk.connect(soma, 1, 0);

const twigs = [1, -1].map((side) => {
  const twig = p.Section({ name: side > 0 ? "up" : "down", nseg: 3, Ra: 100, insert: "pas" });
  twig.add3d(
    [
      [120, 40, 20],
      [180, 40 + 60 * side, 20],
    ],
    1.5,
  );
  twig.connect(trunk, 1, 0);
  return twig;
});
for (const section of [trunk, ...twigs]) section.e_pas = -65; // mV

const up = /** @type {import("nrn-patch").Section} */ (twigs[0]);
const synapse = up.synapse(p.ExpSyn, { x: 0.9, attributes: { tau: 2 } });
synapse.stimulate([5, 7, 20], { weight: 0.01, delay: 1 }); // ms, ms, ms; µS; ms

const places = [up(0.9), trunk(0.5), soma(0.5)];
for (const { sec, x } of places) sec.record(x);
p.run(30, { vInit: -65 });

for (const section of soma.wholetree())
  console.log(
    `${section} on ${section.parent ?? "nothing"}: ${section.points.length} points, ${section.L.toFixed(3)} µm`,
  );
for (const place of places) {
  const v = place.sec.record(place.x); // the Vector that was made above
  console.log(`${place}: ${h.distance(soma(0.5), place).toFixed(1)} µm away, ${v.max().toFixed(3)} mV at most`);
}
console.log(`${p.time.length} samples in ${p.time.max().toFixed(0)} ms`);
