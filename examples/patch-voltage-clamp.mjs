// @ts-check
// A voltage clamp experiment: steps from a holding potential, and the peak and final current of each.
// node examples/patch-voltage-clamp.mjs
import { h, p } from "nrn-patch";

h.celsius = 6.3; // °C
const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" });

const clamp = soma.vclamp({ voltage: -65, before: 5, duration: 10, after: 5, holding: -65 }); // mV, ms, ms, ms, mV
clamp.rs = 0.01; // MΩ
const current = p.record(clamp); // nA
const sodium = p.record(soma(0.5)._ref_ina); // mA/cm²
const potassium = p.record(soma(0.5)._ref_ik);

for (let step = -60; step <= 40; step += 20) {
  clamp.voltage = step; // of the second phase
  p.run(20, { vInit: -65 });

  // p.time has the times of the samples: those within the step, the first 0.2 ms left to the membrane's capacitance.
  const during = [...p.time].flatMap((t, i) => (t > 5.2 && t < 14.9 ? [i] : []));
  const inward = Math.min(...during.map((i) => sodium.get(i)));
  const outward = Math.max(...during.map((i) => potassium.get(i)));
  const last = current.get(during.at(-1) ?? 0);
  console.log(
    `${step} mV: sodium ${inward.toFixed(4)}, potassium ${outward.toFixed(4)} mA/cm2, clamp ${last.toFixed(3)} nA at the end`,
  );
}
