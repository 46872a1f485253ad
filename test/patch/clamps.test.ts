// Current and voltage clamps: one call on a section, friendly names, currents from a series.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { h, p, type Section } from "nrn-patch";
import { clearAfterEach, count, loose, near, same } from "./support.js";

clearAfterEach();

const cell = (name = "cell"): Section => p.Section({ name, L: 20, diam: 20, insert: "hh" });

/** The series as what it is: one clamp for each value, for one step. */
function stepwise(sec: Section, values: readonly number[], delay: number, end: number, dt: number): void {
  values.forEach((amp, i) => {
    const clamp = h.IClamp(sec(0.5));
    clamp.delay = delay + i * dt;
    clamp.dur = i === values.length - 1 ? end - clamp.delay : dt;
    clamp.amp = amp;
  });
}

describe("section.iclamp", () => {
  test("sets what it says; x, delay and duration have defaults", () => {
    const sec = p.Section({ name: "s", nseg: 3 });
    const clamp = sec.iclamp({ x: 0.1, delay: 2, duration: 3, amplitude: 0.5 });
    assert.deepEqual([clamp.delay, clamp.dur, clamp.amp], [2, 3, 0.5]);
    assert.ok(clamp.get_segment().equals(sec(0.1)));
    const other = sec.iclamp({ amplitude: 1 });
    assert.ok(other.get_segment().equals(sec(0.5)));
    assert.deepEqual([other.delay, other.del, other.dur > 1e6], [0, 0, true]);
  });

  // Upstream's test_clamps: spheres of NEURON's own size, 10 nA for 5 and 10 ms, and a negative series (upstream.md).
  test("the first Patch's numbers", () => {
    h.celsius = 32;
    const [rest, short, long, negative] = ["rest", "short", "long", "negative"].map((name) => p.Section(name)) as [
      Section,
      Section,
      Section,
      Section,
    ];
    const amplitude = short.iclamp({ amplitude: 10, duration: 5 }).amplitude;
    assert.equal(amplitude, 10);
    long.iclamp({ amplitude: 10, duration: 10 });
    negative.iclamp({ amplitude: Array<number>(400).fill(-10) });
    const [a, b, c, d] = [rest, short, long, negative].map((sec) => sec.record()) as [any, any, any, any];
    p.run(10);
    near(a.max(), -65);
    near(b.max(), -33.16901138162166);
    near(c.max(), -1.3380227632433523);
    near(d.min(), -128.66197723675668);
  });

  // 0.5 nA from 1 to 6 ms into a sphere of 20 µm (upstream.md; at 6.3 °C also by reference.py: hh_pulse).
  test("an action potential at 32 and at 6.3 degrees", () => {
    for (const [celsius, peak] of [
      [32, -12.541865462262283],
      [6.3, 42.02608434093439],
    ] as const) {
      h.celsius = celsius;
      const sec = cell();
      sec.iclamp({ amplitude: 0.5, delay: 1, duration: 5 });
      const v = sec.record();
      p.run(10, { vInit: -65 });
      near(v.max(), peak);
      p.clear();
    }
  });

  test("wrong options throw, name the section, and leave no clamp", () => {
    const sec = p.Section("s") as any;
    const wrong: [unknown, object][] = [
      [undefined, { name: "TypeError", message: /^s\.iclamp: expected options, got undefined/ }],
      [{}, { name: "TypeError", message: /^s\.iclamp: amplitude/ }],
      [{ amp: 1 }, { name: "TypeError", message: /"amp"/ }],
      [
        { amplitude: 1, dealy: 1 },
        { name: "TypeError", message: /"dealy".*"delay"/ },
      ],
      [{ amplitude: "1" }, { name: "TypeError", message: /amplitude: expected a number or a series/ }],
      [{ amplitude: [] }, { name: "TypeError", message: /empty/ }],
      [{ amplitude: [1, Number.NaN] }, { name: "RangeError", message: /amplitude\[1\]/ }],
      [
        { amplitude: 1, delay: "0" },
        { name: "TypeError", message: /delay/ },
      ],
      [
        { amplitude: 1, duration: Number.NaN },
        { name: "RangeError", message: /duration/ },
      ],
      [{ amplitude: 1, x: 2 }, { name: "RangeError" }],
    ];
    for (const [options, error] of wrong) assert.throws(() => sec.iclamp(options), error, JSON.stringify(options));
    assert.equal(count("IClamp"), 0);
  });
});

describe("amplitude", () => {
  test("has friendly names beside NEURON's", () => {
    const clamp = p.IClamp(cell());
    clamp.duration = 4;
    clamp.amplitude = 0.25;
    clamp.delay = 1;
    assert.deepEqual([clamp.dur, clamp.amp, clamp.del, clamp.duration, clamp.amplitude], [4, 0.25, 1, 4, 0.25]);
    assert.throws(
      () => {
        (clamp as any).duration = "a";
      },
      { name: "TypeError", message: /IClamp\[\d+\]\.duration/ },
    );
  });

  // reference.py: series; Python plays a Vector into amp.
  test("a series: one value for each dt from delay on", () => {
    const sec = cell();
    const clamp = sec.iclamp({ delay: 2, duration: 1, amplitude: [0.5, 1, -0.5, 2] });
    assert.deepEqual(clamp.amplitude, [0.5, 1, -0.5, 2]);
    const v = sec.record();
    p.run(4);
    near(v[80], -64.95895772158921);
    near(v[90], -36.76557670420609);
    near(v[160], -14.607014800215298);
    near(v.max(), 46.68432325425053);
  });

  for (const [delay, duration, dt] of [
    [0, 1, 0.025],
    [1, 1, 0.025],
    [0.03, 0.5, 0.025],
    [1, 1e9, 0.05],
  ] as const)
    test(`a series is what single steps of its values are (delay ${delay}, duration ${duration}, dt ${dt})`, () => {
      h.dt = dt;
      loose.h.steps_per_ms = 1 / dt;
      const values = [0.5, 3, -1, 1.5, 0, 2];
      const trace = (build: (sec: Section) => void): number[] => {
        const sec = cell();
        build(sec);
        const v = sec.record();
        p.run(4);
        const found = [...v];
        p.clear();
        return found;
      };
      const ours = trace((sec) => void sec.iclamp({ delay, duration, amplitude: values }));
      const theirs = trace((sec) => stepwise(sec, values, delay, Math.min(delay + duration, 1e9), dt));
      assert.equal(ours.length, theirs.length);
      for (const [i, v] of theirs.entries()) near(ours[i], v, 1e-9);
      loose.h.steps_per_ms = 40;
    });

  test("any iterable, read once", () => {
    const clamp = p.IClamp(cell());
    clamp.amplitude = new Set([1, 2]);
    assert.deepEqual(clamp.amplitude, [1, 2]);
    clamp.amplitude = p.Vector([3, 4]);
    assert.deepEqual(clamp.amplitude, [3, 4]);
  });

  test("a number set later ends the series, and the run before changes nothing", () => {
    const sec = cell();
    const clamp = sec.iclamp({ delay: 1, duration: 2, amplitude: [5, 6] });
    p.run(3);
    clamp.amplitude = 0;
    const v = sec.record();
    p.run(3);
    assert.equal(clamp.amplitude, 0);
    const plain = [...v];
    p.clear();
    const other = cell();
    const rest = other.record();
    p.run(3);
    same(plain, rest);
  });

  test("the same run twice, and a changed dt or delay, lay it out anew", () => {
    const sec = cell();
    const clamp = sec.iclamp({ delay: 1, duration: 2, amplitude: [5, -5, 6] });
    const v = sec.record();
    p.run(3);
    const first = [...v];
    p.run(3);
    same(v, first);
    clamp.delay = 1.5;
    p.run(3);
    assert.notDeepEqual([...v], first);
    assert.ok(Math.abs((v[40] as number) - (first[40] as number)) < 1e-9, "nothing before either delay");
  });

  test("stepwise under CVode: the charge is the same", () => {
    const sec = p.Section({ L: 20, diam: 20 });
    sec.iclamp({ delay: 1, duration: 0.1, amplitude: [1, 3, -2, 4] });
    const cvode = h.CVode();
    cvode.active(1);
    try {
      p.run(2);
    } finally {
      cvode.active(0);
    }
    // 6 nA · 0.025 ms into 12.566 pF
    near(sec.v, -65 + (6 * 0.025 * 1e3) / (Math.PI * 400 * 0.01), 1e-3);
  });

  test("goes with its section, and with the scope", () => {
    const sec = cell();
    sec.iclamp({ amplitude: [1, 2, 3] });
    sec.dispose();
    cell();
    p.run(1);
    p.scope(() => {
      cell().iclamp({ amplitude: [1, 2] });
      p.run(1);
    });
    p.run(1);
  });
});

describe("section.vclamp", () => {
  test("sets phases and potentials; before and after are 0, holding is v_init", () => {
    const sec = p.Section("s");
    const clamp = sec.vclamp({ voltage: -10, before: 1, duration: 4, after: 2, holding: -80 });
    assert.deepEqual(
      [clamp.dur1, clamp.dur2, clamp.dur3, clamp.amp1, clamp.amp2, clamp.amp3],
      [1, 4, 2, -80, -10, -80],
    );
    const plain = sec.vclamp({ voltage: [-70, 0, -60] });
    assert.deepEqual([plain.dur1, plain.dur3, plain.amp1, plain.amp2, plain.amp3], [0, 0, -70, 0, -60]);
    h.v_init = -75;
    assert.equal(sec.vclamp({ voltage: 0 }).holding, -75);
  });

  test("friendly names beside NEURON's", () => {
    const clamp = p.SEClamp(p.Section());
    [clamp.delay, clamp.duration, clamp.after] = [1, 2, 3];
    clamp.voltage = [-1, -2, -3];
    assert.deepEqual([clamp.dur1, clamp.dur2, clamp.dur3, clamp.voltage], [1, 2, 3, [-1, -2, -3]]);
    clamp.voltage = 5;
    clamp.holding = -70;
    assert.deepEqual(clamp.voltage, [-70, 5, -70]);
    assert.throws(
      () => {
        clamp.voltage = [1, 2];
      },
      { name: "TypeError", message: /voltage: expected a number or three/ },
    );
    assert.throws(
      () => {
        (clamp as any).voltage = "1";
      },
      { name: "TypeError" },
    );
  });

  test("wrong options throw and leave no clamp", () => {
    const sec = p.Section("s") as any;
    assert.throws(() => sec.vclamp({}), { name: "TypeError", message: /^s\.vclamp: voltage/ });
    assert.throws(() => sec.vclamp({ voltage: 1, befor: 1 }), { name: "TypeError", message: /"befor".*"before"/ });
    assert.throws(() => sec.vclamp({ voltage: [1, 2] }), { name: "TypeError" });
    assert.throws(() => sec.vclamp({ voltage: 1, before: Number.POSITIVE_INFINITY }), { name: "RangeError" });
    assert.equal(count("SEClamp"), 0);
  });

  // reference.py: voltage_clamp
  test("the current is Python's", () => {
    const sec = cell();
    const clamp = sec.vclamp({ voltage: -10, before: 1, duration: 4, after: 2, holding: -65 });
    const i = p.record(clamp);
    p.run(7);
    near(i.min(), -13.848749021730692);
    near(i.max(), 18.603872359556732);
    near(i[100], -4.838044548771777);
    near(i[280], 0.8528744028683235);
  });
});
