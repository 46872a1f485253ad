// @ts-check
// Four cells that are driven, and an interneuron that they excite and that silences them, with and without it.
// node examples/patch-inhibition.mjs
import { connection, p } from "nrn-patch";

/** @param {string} name */
function cell(name) {
  const soma = p.Section({ name, L: 20, diam: 20, insert: "hh" });
  const excited = soma.synapse(p.ExpSyn, { attributes: { tau: 2, e: 0 } }); // ms, mV
  const inhibited = soma.synapse(p.Exp2Syn, { attributes: { tau1: 1, tau2: 10, e: -80 } });
  return { name, soma, excited, inhibited, spikes: p.NetCon(soma, null, { threshold: 0 }).spikes };
}

const cells = [0, 1, 2, 3].map((i) => cell(`cell${i}`));
const interneuron = cell("interneuron");

cells.forEach(({ soma, excited, inhibited }, i) => {
  excited.stimulate({ start: 5 + i, interval: 8, number: 12, weight: 0.03, delay: 1 });
  p.NetCon(soma, interneuron.excited, { threshold: 0, delay: 1, weight: 0.015 });
  p.NetCon(interneuron.soma, inhibited, { threshold: 0, delay: 1, weight: 0.1 });
});

/** @param {string} title */
function run(title) {
  p.run(100, { vInit: -65 });
  console.log(title);
  for (const { name, spikes } of [...cells, interneuron])
    console.log(`${name}: ${spikes.length} spikes, ${[...spikes].map((t) => t.toFixed(3)).join(" ")}`);
}

run("with inhibition");
// connection() finds the NetCons that no variable holds.
for (const { inhibited } of cells) connection(interneuron.soma, inhibited).weight[0] = 0;
run("without inhibition");
