// Coloured noise against what is known of an Ornstein-Uhlenbeck process, and its streams of random numbers.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(() => {
  h.cvode_active(0);
  clean();
});

describe("OUNoise", () => {
  /** A long stretch of the current, sampled every 1/8 ms, from a stream that the test names. */
  function stretch(duration: number, seed: number): number[] {
    const noise = h.OUNoise(held());
    noise.stream.set_ids(seed, 2, 3);
    Object.assign(noise, { mean: 0.3, sigma: 0.2, tau: 2.7, interval: 0.125 });
    h.dt = 0.125;
    h.finitialize(-65);
    return steps(duration * 8, () => noise.i);
  }
  const average = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

  test("mean, standard deviation and correlation time are the ones that were set", () => {
    const [T, tau] = [40000, 2.7];
    const values = stretch(T, 1);
    const mean = average(values);
    const centred = values.map((x) => x - mean);
    const covariance = (lag: number) =>
      average(centred.slice(0, centred.length - lag).map((x, i) => x * (centred[i + lag] as number)));
    // Standard errors of an Ornstein-Uhlenbeck process seen for T: of the mean σ√(2τ/T), of the variance σ²√(2τ/T); four of them.
    const error = 4 * Math.sqrt((2 * tau) / T);
    assert.ok(Math.abs(mean - 0.3) < 0.2 * error, `mean ${mean}`);
    assert.ok(Math.abs(covariance(0) / 0.04 - 1) < error, `variance ${covariance(0)}`);
    // The error of an autocovariance is at most that of the variance.
    for (const lag of [1, 4, 8, 22, 44, 110])
      assert.ok(
        Math.abs(covariance(lag) / 0.04 - Math.exp(-lag / 8 / tau)) < error,
        `lag ${lag / 8} ms: ${covariance(lag) / 0.04}`,
      );
  });

  test("what the update adds is normal, white and independent of what was there", () => {
    const values = stretch(5000, 2);
    const kept = Math.exp(-0.125 / 2.7);
    const added = values
      .slice(1)
      .map((x, i) => (x - 0.3 - ((values[i] as number) - 0.3) * kept) / (0.2 * Math.sqrt(1 - kept * kept)));
    // N = 4e4 normal numbers: standard errors 1/√N, √(2/N), √(6/N), √(24/N) of the moments; four of each.
    const error = 4 / Math.sqrt(added.length);
    const moment = (k: number) => average(added.map((x) => x ** k));
    assert.ok(Math.abs(moment(1)) < error);
    assert.ok(Math.abs(moment(2) - 1) < error * Math.sqrt(2));
    assert.ok(Math.abs(moment(3)) < error * Math.sqrt(15));
    assert.ok(Math.abs(moment(4) - 3) < error * Math.sqrt(96));
    assert.ok(Math.abs(average(added.slice(1).map((x, i) => x * (added[i] as number)))) < error);
  });

  test("a run again is the same current; another instance and other ids are another one", () => {
    const [one, two] = [h.OUNoise(held()), h.OUNoise(held())];
    const run = () => {
      h.finitialize(-65);
      return steps(20, () => 0).map(() => [one.i, two.i]);
    };
    const read = () => {
      h.finitialize(-65);
      const pairs: number[][] = [];
      steps(20, () => pairs.push([one.i, two.i]));
      return pairs;
    };
    const first = read();
    run();
    assert.deepEqual(read(), first);
    assert.ok(first.every(([a, b]) => a !== b));
    one.stream.set_ids(77, 0, 0);
    assert.notDeepEqual(read(), first);
  });

  test("the variable step has the same current as the fixed one", () => {
    const noise = h.OUNoise(held());
    const [times, values] = [h.Vector(), h.Vector()];
    noise.interval = 0.5;
    h.dt = 0.125;
    h.finitialize(-65);
    const fixed = steps(80, () => noise.i).filter((_, k) => k % 4 === 1);
    h.cvode_active(1);
    values.record(noise._ref_i, h.Vector(fixed.map((_, k) => k * 0.5 + 0.25)));
    times.record(h._ref_t);
    h.finitialize(-65);
    h.CVode().solve(10);
    close(values.toArray(), fixed, 1e-12);
  });

  test("a positive current depolarizes", () => {
    const cell = h.Section("cell");
    const noise = h.OUNoise(cell(0.5));
    [noise.mean, noise.sigma] = [0.1, 0];
    h.finitialize(-65);
    steps(10, () => 0);
    assert.ok(cell(0.5).v > -65);
  });
});
