// p.simulate and p.simulation: reports, ends before the end, and what may happen between two pieces.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { inspect } from "node:util";
import { h, p, type Section, SimulationError, type SimulationStep, UninitializedError } from "nrn-patch";
import { clearAfterEach, loose, near, same } from "./support.js";

clearAfterEach();

function cell(): Section {
  const sec = p.Section({ name: "cell", L: 20, diam: 20, nseg: 3, insert: "hh" });
  sec.iclamp({ amplitude: 0.3, delay: 2 });
  return sec;
}

/** What a run in one go records. */
function plainly(v: Iterable<number>, duration: number): number[] {
  p.run(duration);
  return [...v];
}

/** The run is stopped at the first report. */
async function aborted(duration: number, reason?: unknown): Promise<unknown> {
  const controller = new AbortController();
  const onProgress = () => controller.abort(reason);
  try {
    await p.simulate(duration, { every: 5, signal: controller.signal, onProgress });
  } catch (error) {
    return error;
  }
  return assert.fail("it was not stopped");
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("p.simulate", () => {
  test("is p.run in pieces: the same samples, and a report of the whole", async () => {
    const v = cell().record();
    const expected = plainly(v, 50);
    const report = await p.simulate(50);
    same(v, expected);
    near(report.t, 50);
    assert.equal(report.steps, 2000);
    assert.ok(report.wallTime > 0 && report.wallTime < 60);
    assert.deepEqual(Object.keys(report), ["t", "steps", "wallTime"]);
  });

  test("vInit, every time; h.v_init without it", async () => {
    const v = p.Section().record();
    await p.simulate(1, { vInit: -70 });
    assert.equal(v[0], -70);
    await p.simulate(1);
    assert.equal(v[0], -65);
  });

  test("without a duration it is NEURON's own run, with the model's own init(), up to tstop", async () => {
    cell();
    h.tstop = 3;
    h("proc init() { finitialize(v_init) simulated_by_init = 1 }");
    await p.simulate();
    near(h.t, 3);
    assert.equal(loose.h.simulated_by_init, 1);
    h("proc init() { finitialize(v_init) }");
  });

  test("reset: false goes on for the duration, from where a plain run would be", async () => {
    const v = cell().record();
    const expected = plainly(v, 40);
    await p.simulate(10);
    await p.simulate(17.33, { reset: false });
    await p.simulate(40 - h.t, { reset: false });
    same(v, expected);
  });

  test("every: a report at the step nearest to each multiple, and one at the end", async () => {
    const v = cell().record();
    const expected = plainly(v, 10);
    const steps: SimulationStep[] = [];
    await p.simulate(10, { every: 3, onProgress: (step) => steps.push(step) });
    same(v, expected);
    assert.deepEqual(
      steps.map(({ t }) => Number(t.toFixed(6))),
      [3, 6, 9, 10],
    );
    assert.deepEqual(
      steps.map(({ fraction }) => Number(fraction.toFixed(6))),
      [0.3, 0.6, 0.9, 1],
    );
    assert.ok(steps.every(({ stop, elapsed }) => stop === 10 && elapsed > 0));
    assert.equal(steps.at(-1)?.remaining, 0);
    const rest = steps[0] as SimulationStep;
    near(rest.remaining, (rest.elapsed * 0.7) / 0.3, 1e-6);
  });

  test("every too small to be added to the time: one report for each step, under CVode too", {
    timeout: 10_000,
  }, async () => {
    cell();
    let reports = 0;
    const onProgress = () => void reports++;
    const { steps } = await p.simulate(1, { every: 1e-300, onProgress });
    assert.deepEqual([steps, reports], [40, 40]);
    const cvode = h.CVode();
    cvode.active(1);
    try {
      reports = 0;
      const report = await p.simulate(1, { every: 1e-300, onProgress });
      assert.ok(report.t >= 1 && reports > 2 && reports <= report.steps, `${reports} reports, ${report.steps} steps`);
    } finally {
      cvode.active(0);
    }
  });

  test("every smaller than a step: one report for each step", async () => {
    cell();
    const times: number[] = [];
    await p.simulate(0.1, { every: 0.001, onProgress: ({ t }) => times.push(t) });
    assert.equal(times.length, 4);
  });

  test("the event loop lives meanwhile", async () => {
    const sec = p.Section({ L: 1000, nseg: 201, insert: "hh" });
    let ticks = 0;
    const clock = setInterval(() => ticks++, 1);
    const { wallTime } = await p.simulate(1000);
    clearInterval(clock);
    assert.ok(sec.v > -80 && wallTime > 0.15, `the model is too quick for this test: ${wallTime} s`);
    assert.ok(ticks >= wallTime / 0.15, `${ticks} ticks in ${wallTime} s`);
  });

  test("a model without sections runs its events", async () => {
    const [source, cellOf] = [p.NetStim(), p.IntFire1()];
    cellOf.refrac = 0.5; // ms
    Object.assign(source, { start: 1, number: 3, interval: 1 });
    p.NetCon(source, cellOf, { weight: 2 });
    const times = p.Vector();
    p.NetCon(cellOf, null, { weight: 0 }).record(times);
    const { t, steps } = await p.simulate(10);
    near(t, 10);
    assert.equal(steps, 400);
    assert.equal(times.length, 3);
  });

  test("a duration of 0 initialises, and is at its end", async () => {
    cell();
    const seen: number[] = [];
    const { t, steps } = await p.simulate(0, { onProgress: ({ fraction }) => seen.push(fraction) });
    assert.deepEqual([t, steps, seen], [0, 0, [1]]);
  });

  test("stoprun ends it where it ends a plain run", async () => {
    cell();
    const stop = () => h.CVode().event(4, "stoprun = 1");
    p.FInitializeHandler(stop);
    p.run(10);
    const { t } = h;
    const report = await p.simulate(10);
    assert.equal(report.t, t);
    near(t, 4, 0.05);
  });

  test("wrong arguments reject, and nothing has begun", async () => {
    cell();
    p.run(3);
    const before = h.t;
    const wrong: [() => Promise<unknown>, object][] = [
      [() => loose.p.simulate("10"), { name: "TypeError", code: "ERR_PATCH_TYPE", message: /p\.simulate: duration/ }],
      [() => p.simulate(-1), { name: "RangeError", message: /0 ms or more, got -1/ }],
      [() => p.simulate(Number.NaN), { name: "RangeError", message: /duration: expected a finite number, got NaN/ }],
      [() => p.simulate(Number.POSITIVE_INFINITY), { name: "RangeError", message: /got Infinity/ }],
      [() => loose.p.simulate(1, { evry: 3 }), { name: "TypeError", message: /"evry".*"every"/ }],
      [() => loose.p.simulate(1, -65), { name: "TypeError", message: /options.*got -65/ }],
      [() => loose.p.simulate(1, { vInit: "a" }), { name: "TypeError", message: /vInit: expected a number/ }],
      [() => p.simulate(1, { every: 0 }), { name: "RangeError", message: /every: expected a finite number above 0/ }],
      [() => loose.p.simulate(1, { signal: new AbortController() }), { message: /expected an AbortSignal.*\.signal/ }],
      [() => loose.p.simulate(1, { progress: "yes" }), { name: "TypeError", message: /progress: expected true or/ }],
      [() => loose.p.simulate(1, { onProgress: 3 }), { name: "TypeError", message: /onProgress: expected a function/ }],
      [() => p.simulate(1, { reset: false, vInit: -65 }), { name: "TypeError", message: /reset: false/ }],
      [() => p.simulate(undefined, { reset: false }), { name: "TypeError", message: /for how long/ }],
    ];
    for (const [action, error] of wrong) await assert.rejects(action, error, String(action));
    assert.equal(h.t, before);
    assert.throws(() => loose.p.simulation(1, { onProgress: () => {} }), /p\.simulation: unknown option "onProgress"/);
    p.clear();
    cell();
    await assert.rejects(() => p.simulate(1, { reset: false }), UninitializedError);
  });
});

describe("ends before the end", () => {
  test("an abort in mid-run rejects with its reason; then it goes on, runs anew, or is cleared", async () => {
    const v = cell().record();
    const expected = plainly(v, 30);
    const reason = new Error("enough");
    assert.equal(await aborted(30, reason), reason);
    near(h.t, 5);
    await p.simulate(30 - h.t, { reset: false });
    same(v, expected);
    assert.equal(((await aborted(30)) as Error).name, "AbortError");
    p.continuerun(30);
    same(v, expected);
    await aborted(30, "a string");
    await p.simulate(30);
    same(v, expected);
    await aborted(30);
    p.clear();
    assert.equal([...h.allsec()].length, 0);
  });

  test("an abort comes through to a run that waits for its onProgress", async () => {
    cell();
    for (const every of [1, 5]) {
      const controller = new AbortController();
      const { signal } = controller;
      const run = p.simulate(5, { every, signal, onProgress: () => new Promise(() => {}) });
      setTimeout(() => controller.abort(new Error("enough")), 50);
      await assert.rejects(Promise.race([run, wait(5000)]), { message: "enough" });
      p.run(1);
    }
  });

  test("an abort from outside comes through within a piece", async () => {
    cell();
    const started = performance.now();
    await assert.rejects(p.simulate(1e7, { signal: AbortSignal.timeout(100) }), { name: "TimeoutError" });
    assert.ok(performance.now() - started < 5000);
    assert.ok(h.t > 0);
  });

  test("aborted before: nothing begins. Aborted after: nothing happens", async () => {
    cell();
    p.run(2);
    await assert.rejects(p.simulate(10, { signal: AbortSignal.abort(new RangeError("no")) }), { message: "no" });
    near(h.t, 2);
    const controller = new AbortController();
    await p.simulate(3, { signal: controller.signal });
    controller.abort();
    await turn();
    near(h.t, 3);
  });

  test("what onProgress throws, or rejects with, comes out as it is", async () => {
    cell();
    const mine = new Error("mine");
    const thrown = () => {
      throw mine;
    };
    await assert.rejects(p.simulate(10, { every: 2, onProgress: thrown }), (error) => error === mine);
    near(h.t, 2);
    await assert.rejects(p.simulate(10, { onProgress: () => Promise.reject(mine) }), (error) => error === mine);
    await p.simulate(1);
  });

  test("and so does what a callback of the model throws in a piece", async () => {
    cell();
    const mine = new Error("mine");
    const fail = () => {
      throw mine;
    };
    p.FInitializeHandler(() => p.CVode().event(3, fail));
    await assert.rejects(p.simulate(10), (error) => error === mine);
    near(h.t, 3, 0.05);
    await assert.rejects(
      p.simulate(1, { vInit: -65 }).then(() => p.simulate(9, { reset: false })),
      /mine/,
    );
  });

  test("something that receives events was taken out between two pieces", async () => {
    const sec = cell();
    const stim = sec.synapse(p.ExpSyn).stimulate({ start: 1, number: 50, interval: 1 });
    const onProgress = () => stim.dispose();
    await assert.rejects(p.simulate(10, { every: 5, onProgress }), { name: "SimulationError", message: /Initialise/ });
    await p.simulate(10);
  });
});

describe("p.simulation", () => {
  test("leaving the loop ends the run, and the model stays as it is", async () => {
    const v = cell().record();
    for await (const _ of p.simulation(50, { every: 0.1 })) if (v.max() > 0) break;
    assert.ok(h.t < 20 && v.max() > 0, `t = ${h.t}`);
    const expected = [...v];
    p.run(h.t);
    same(v, expected);
  });

  test("an exception in the loop ends it, too", async () => {
    cell();
    const run = async () => {
      for await (const { t } of p.simulation(50, { every: 1 })) if (t > 3) throw new RangeError("mine");
    };
    await assert.rejects(run, { message: "mine" });
    p.run(1);
  });

  test("begins when the loop does, and is over at its end", async () => {
    cell();
    const steps = p.simulation(5, { every: 1 });
    p.run(2);
    near(h.t, 2);
    const times: number[] = [];
    assert.equal(inspect(steps), "Simulation of 5 ms  not begun");
    for await (const { t } of steps) {
      times.push(Number(t.toFixed(3)));
      assert.equal(inspect(steps), "Simulation of 5 ms  under way");
    }
    assert.deepEqual(times, [1, 2, 3, 4, 5]);
    assert.equal(inspect(steps), "Simulation of 5 ms  over");
    assert.deepEqual(await steps.next(), { value: undefined, done: true });
    p.run(1);
  });

  test("an abort while the loop's body waits", async () => {
    cell();
    const controller = new AbortController();
    const run = async () => {
      for await (const _ of p.simulation(50, { every: 1, signal: controller.signal })) controller.abort("reason");
    };
    await assert.rejects(run, (error) => error === "reason");
    near(h.t, 1);
  });
});

describe("one simulation at a time", () => {
  test("meanwhile nothing else initialises, advances or clears; all is free afterwards", async () => {
    const sec = cell();
    const v = sec.record();
    const expected = plainly(v, 20);
    h("proc runs_by_itself() { finitialize(-65) }");
    const forbidden: [string, () => unknown][] = [
      ["p.run", () => p.run(1)],
      ["p.run()", () => p.run()],
      ["p.finitialize", () => p.finitialize()],
      ["p.continuerun", () => p.continuerun(30)],
      ["p.clear", () => p.clear()],
      ["h.finitialize", () => h.finitialize(-65)],
      ["h.fadvance", () => h.fadvance()],
      ["h.continuerun", () => h.continuerun(30)],
      ["h.run", () => h.run()],
      ["h.stdinit", () => h.stdinit()],
      ["steprun", () => loose.h.steprun()],
      ["psolve", () => p.parallel.psolve(30)],
      ["solve", () => h.CVode().solve(30)],
      ["fixed_step", () => h.CVode().fixed_step()],
      ["HOC's run", () => h("run()")],
      ["HOC's fadvance", () => h("fadvance()")],
      ["HOC's stdinit", () => h("stdinit()")],
      ["a HOC procedure", () => loose.h.runs_by_itself()],
    ];
    let tried = 0;
    for await (const { t } of p.simulation(20, { every: 7 })) {
      for (const [name, action] of forbidden)
        assert.throws(action, (error) => error instanceof SimulationError && /under way/.test(error.message), name);
      await assert.rejects(p.simulate(1), { name: "SimulationError", message: /p\.simulation is at .* of 20 ms/ });
      await assert.rejects(async () => {
        for await (const _ of p.simulation(1));
      }, SimulationError);
      assert.equal(h.t, t);
      tried++;
    }
    assert.equal(tried, 3);
    same(v, expected);
    // psolve needs a connection between ranks, which this model has not.
    for (const [name, action] of forbidden) if (name !== "psolve") action();
  });

  test("reading and changing the model is free: the same as a change at that time in plain runs", async () => {
    const sec = cell();
    const v = sec.record();
    p.run(5);
    sec(0.5).hh.gnabar = 0;
    p.continuerun(10);
    const expected = [...v];
    sec(0.5).hh.gnabar = 0.12;
    for await (const { t } of p.simulation(10, { every: 5 })) if (t < 6) sec(0.5).hh.gnabar = 0;
    same(v, expected);
    for await (const _ of p.simulation(10, { every: 5 })) {
      p.Section("new").insert("pas");
      h("x = 3");
      h("create hocs");
      sec.setSegments(5);
    }
    near(h.t, 10);
  });

  test("simulations one after the other, without waiting in between for anything else", async () => {
    cell();
    const reports = [await p.simulate(1), await p.simulate(2), await p.simulate(3)];
    assert.deepEqual(
      reports.map(({ t }) => Math.round(t)),
      [1, 2, 3],
    );
    const first = p.simulate(2);
    await assert.rejects(p.simulate(2), SimulationError);
    await first;
    await wait(1);
    await p.simulate(1);
  });

  test("in a callback of a run there is none", async () => {
    cell();
    let refused: Promise<unknown> | undefined;
    p.FInitializeHandler(() =>
      p.CVode().event(1, () => {
        refused = assert.rejects(p.simulate(1), SimulationError);
      }),
    );
    p.run(2);
    await refused;
    assert.ok(refused);
  });
});
