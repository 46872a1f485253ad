// Numbers that NEURON's own tests publish (test/api, test/pytest_coreneuron, test/hoctests at 9.0.2).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { h, untyped } from "nrn-patch";
import { runHere } from "../truth/traces.js";

// The tolerance of NEURON's test/api.
const API = 2 ** -16;

async function numbers(name: string): Promise<Record<string, number[]>> {
  const traces = await runHere(name);
  return Object.fromEntries(Object.entries(traces).map(([key, trace]) => [key, [...trace].map(Number)]));
}

function close(found: number[] | undefined, expected: number[], tolerance: number) {
  assert.equal(found?.length, expected.length);
  for (const [i, value] of expected.entries()) {
    const difference = Math.abs(Number(found?.[i]) - value);
    assert.ok(difference <= tolerance, `[${i}]: expected ${value}, found ${found?.[i]}`);
  }
}

describe("NEURON's published numbers", { concurrency: 2 }, () => {
  test("hh_sim.cpp: a spike in a soma of three segments", async () => {
    const { v } = await numbers("api_hh_sim");
    close(v, [-65, -54.291346571468104, -73.16129663093447], API);
  });

  test("netcon.cpp: a noisy NetStim through a synapse", async () => {
    const { v } = await numbers("api_netcon");
    const expected = [-65, -66.08827138190013, -68.29137644051838, -69.89616272985133];
    close(v, [...expected, -65.03340576959403, -64.97382156198199], API);
  });

  test("vclamp.cpp: three levels of a voltage clamp", async () => {
    const { v } = await numbers("api_vclamp");
    const [ten, five] = [9.999800004, 4.999900002];
    close(v, [-65, 0, ten, ten, five, five, five], API);
  });

  test("global_scalar.cpp: variables are read and written", () => {
    h("x = 42");
    assert.equal(untyped(h).x, 42);
    untyped(h).x = 3.5;
    assert.equal(untyped(h).x, 3.5);
    h.t = 12;
    assert.equal(h.t, 12);
  });

  test("segment_diam.cpp: 3-D points give the diameter before any initialisation", async () => {
    const traces = await numbers("api_segment_diam");
    close(traces["before and after"], [10, 10], 1e-9);
  });

  test("sections.cpp: the orders of all sections and of a subtree", async () => {
    const { allsec, subtree } = await runHere("api_sections");
    assert.deepEqual(allsec, ["soma", "dend1", "dend2", "dend3", "axon"]);
    assert.deepEqual(subtree, ["dend1", "dend3", "dend2"]);
  });

  test("test_basic.py: one spike at 1.05 ms", async () => {
    const { spikes, v = [] } = await numbers("spikes");
    close(spikes, [1.0500000000999983], 1e-9);
    assert.equal(v.length, 201);
    close([Math.max(...v), v[200] as number], [40.9073025920499, -75.86324230108511], 1e-9);
  });

  test("test_zptrlist.py: a random current into a soma", async () => {
    const { v = [] } = await numbers("random_play");
    close(v.slice(0, 4), [0, 0.00046940111168614074, 0.004571699024450762, 0.01086603263672303], 1e-15);
  });

  test("test_multigid.py: 21 spikes of three axons", async () => {
    const { spikes = [], gids = [] } = await numbers("multigid");
    assert.equal(spikes.length, 21);
    assert.deepEqual(gids.slice(0, 6), [0, 10, 1, 11, 2, 12]);
    close(spikes.slice(0, 9), [1.6, 1.6, 1.7, 1.7, 1.8, 1.8, 1.9, 2, 2.1], 1e-9);
    close(spikes.slice(-2), [3.075, 3.075], 1e-9);
  });

  test("test_vector_api.py: the spread of five numbers", async () => {
    const { averages = [], spread = [] } = await numbers("vector_statistics");
    close(averages.slice(0, 3), [3, 2.8, 2], 0);
    const expected = [1.4832396974191326, 0.9574271077563381, 0.6633249580710799, 0.5773502691896258];
    close(spread.slice(0, 4), expected, 1e-15);
  });

  test("test_fast_imem.py: membrane currents add up to the clamps'", async () => {
    const { total = [], clamped = [] } = await numbers("fast_imem");
    close(total, clamped, 1e-13);
  });

  test("test_nlayer.py: one, two and three extracellular layers agree", async () => {
    const traces = await numbers("extracellular_layers");
    for (const name of ["final", "vext"]) {
      for (const layers of [2, 3]) {
        const difference = (traces[`${name} ${layers}`] ?? []).map((x, i) => x - Number(traces[`${name} 1`]?.[i]));
        const sum = difference.reduce((total, x) => total + Math.abs(x), 0);
        assert.ok(difference.length === 20 && sum < 0.01, `${name} of ${layers} layers: ${sum}`);
      }
    }
  });

  test("test_nrnste.py: two thresholds are crossed once each", async () => {
    const { "second order": crossings = [] } = await numbers("state_transition");
    const which = crossings.filter((_, i) => i % 5 === 0);
    assert.deepEqual(which.sort(), [1, 2, 3, 4]);
    const [thresholds, voltages] = [1, 4].map((k) => crossings.filter((_, i) => i % 5 === k)) as [number[], number[]];
    close(voltages, thresholds, 1e-9);
  });

  test("test_cvinterp.py: CVode and IDA interpolate to the midpoint", async () => {
    const { "middle 0": cvode = [], "middle 1": ida = [] } = await numbers("interpolation");
    // The capacitor charges by 10 mV in a ms.
    for (const [middle, t, v] of [cvode, ida] as number[][]) {
      close([Number(t), Number(v)], [Number(middle), 10 * Number(middle)], 1e-6);
    }
  });

  test("test_optim_node_order.py: roots come first", async () => {
    const { "1 1": traces = [] } = await numbers("node_order");
    const [indices, values] = [traces.slice(1, 13), traces.slice(13)];
    const inOrder = values.map((value, i) => [Number(indices[i]), value]).sort(([a = 0], [b = 0]) => a - b);
    close(
      inOrder.map(([, value]) => Number(value)),
      [10, 20, 30, 11, 21, 31, 12, 22, 32, 23, 33, 34],
      0,
    );
  });
});
