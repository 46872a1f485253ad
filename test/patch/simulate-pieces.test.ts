// Runs in pieces have the numbers of runs in one go, however the pieces fall.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { h, p, type Section, type Vector } from "nrn-patch";
import { clearAfterEach, loose, same } from "./support.js";

clearAfterEach();

/** What a model records: everything that is compared. */
type Recordings = readonly Vector[];

const cell = (name: string): Section => p.Section({ name, L: 20, diam: 20, nseg: 3, insert: "hh" });

function ring(): Recordings {
  const cells = Array.from({ length: 10 }, (_, i) => cell(`cell${i}`));
  const synapses = cells.map((soma) => soma.synapse(p.ExpSyn, { attributes: { tau: 2 } }));
  const [times, ids] = [p.Vector(), p.Vector()];
  for (const [i, soma] of cells.entries()) {
    const netcon = p.NetCon(soma, synapses[(i + 1) % 10], { delay: 1.3, weight: 0.05 });
    netcon.record(times, ids, i);
  }
  synapses[0]?.stimulate({ start: 1, number: 5, interval: 7, noise: 1, weight: 0.05 });
  return [...cells.map((soma) => soma.record()), times, ids];
}

/** Callbacks that read and change the model in flight, at times that no piece knows of. */
function callbacks(): Recordings {
  const soma = cell("soma");
  const clamp = soma.iclamp({ amplitude: 0, delay: 0, duration: 1e9 });
  const [v, seen] = [soma.record(), p.Vector()];
  const pulse = (): void => {
    seen.append(h.t, soma.v);
    clamp.amp = clamp.amp > 0 ? 0 : 0.2;
    if (p.CVode().active()) p.CVode().re_init();
    p.CVode().event(h.t + 1.31, pulse);
  };
  p.FInitializeHandler(() => {
    seen.resize(0);
    clamp.amp = 0;
    p.CVode().event(0.7, pulse);
  });
  const detector = p.NetCon(soma, null, { threshold: -10, weight: 0 });
  detector.record(() => seen.append(-h.t));
  return [v, seen];
}

function played(): Recordings {
  const soma = cell("soma");
  const clamps = [0, 1, 2].map(() => Object.assign(p.IClamp(soma), { dur: 1e9 }));
  const [first, second, third] = clamps as [(typeof clamps)[0], (typeof clamps)[0], (typeof clamps)[0]];
  p.Vector(2000).indgen(0, 0.0001).sin(25, 0.3, 0.025).mul(0.1).play(first._ref_amp, 0.025);
  p.Vector([0, 0.02, -0.02, 0.3, 0]).play(second._ref_amp, p.Vector([0, 1, 2.5, 6, 7]), false);
  p.Vector([0, 0.03, 0.03, 0, 0]).play(third._ref_amp, p.Vector([0, 2, 5, 8, 1e9]), true);
  p.Vector([0.0003, 0.002, 0.0005]).play(soma(0.5).hh._ref_gl, p.Vector([0, 3, 8]));
  return [soma.record(), ...clamps.map((clamp) => p.record(clamp))];
}

/** A procedure step() of the model's own, that makes two steps and counts. */
function ownStep(): Recordings {
  const soma = cell("soma");
  soma.iclamp({ amplitude: 0.3, delay: 2 });
  h("stepped = 0\nproc advance() { stepped = stepped + 1 fadvance() }");
  h.nstep_steprun = 3;
  return [soma.record()];
}

const models = { ring, callbacks, played, ownStep };
const duration = 40;
const layouts = [undefined, 0.025, 0.07, 1, 3.333, 39.99, 1000];

function copies(all: Recordings): number[][] {
  return all.map((vector) => [...vector]);
}

describe("at fixed step every sample and every spike is the same, to the bit", () => {
  for (const [name, make] of Object.entries(models))
    test(name, async () => {
      try {
        const all = make();
        p.run(duration);
        const [expected, t] = [copies(all), h.t];
        assert.ok(expected.every(({ length }) => length > 5));
        for (const every of layouts) {
          await p.simulate(duration, { every });
          assert.equal(h.t, t);
          for (const [i, vector] of all.entries()) same(vector, expected[i] as number[]);
        }
        // Stopped and continued, at times that lie on no step.
        await p.simulate(0);
        for (const stop of [0.0125, 7.77, 13, 13.01, 39.9, duration])
          if (stop > h.t) await p.simulate(stop - h.t, { reset: false });
        for (const [i, vector] of all.entries()) same(vector, expected[i] as number[]);
      } finally {
        h("proc advance() { fadvance() }");
        h.nstep_steprun = 1;
      }
    });

  test("dt that was changed in mid-run by the model", async () => {
    const v = cell("soma").record();
    p.FInitializeHandler(() => {
      h.dt = 0.025;
      p.CVode().event(5, () => {
        h.dt = 0.01;
      });
    });
    p.run(10.003);
    const expected = [...v];
    await p.simulate(10.003, { every: 0.3 });
    same(v, expected);
  });

  test("long runs, whose time has gathered rounding errors", async () => {
    const v = p.Section().record();
    p.run(1500);
    const length = v.length;
    const { steps } = await p.simulate(1500, { every: 100 });
    assert.deepEqual([v.length, steps], [length, length - 1]);
  });
});

/** What h.CVode() knows only, and what the standard run system knows, too: it then ends at the very time. */
const ways: [string, (isOn: boolean) => void][] = [
  ["CVode.active", (isOn) => void p.CVode().active(isOn)],
  [
    "CVode.active and using_cvode_",
    (isOn) => {
      p.CVode().active(isOn);
      loose.h.using_cvode_ = Number(isOn);
    },
  ],
];

describe("with CVode", () => {
  for (const [way, activate] of ways)
    for (const [name, make] of Object.entries({ ring, callbacks }))
      test(`${way}: all samples and spikes of ${name} are the same, to the bit`, async () => {
        const all = make();
        activate(true);
        try {
          p.run(duration); // leaves CVode's last step in dt, on which the end of the next run depends
          p.run(duration);
          const [expected, t] = [copies(all), h.t];
          if (way.includes("using")) assert.equal(t, duration);
          for (const every of layouts) {
            const { steps } = await p.simulate(duration, { every });
            assert.equal(h.t, t);
            assert.ok(steps > 100);
            for (const [i, vector] of all.entries()) same(vector, expected[i] as number[]);
          }
        } finally {
          activate(false);
          h.dt = 0.025;
        }
      });

  for (const [way, activate] of ways)
    test(`${way}, local step: samples at common times are the same, to the bit`, async () => {
      const cells = [cell("a"), cell("b")];
      cells[0]?.iclamp({ amplitude: 0.3, delay: 2 });
      activate(true);
      p.CVode().use_local_dt(true);
      const [v, times] = [p.Vector(), p.Vector()];
      loose.h.CVode().record(cells[0]?.(0.5)._ref_v, v, times);
      try {
        p.run(duration);
        p.run(duration);
        const [t, expected] = [h.t, new Map([...times].map((time, i) => [time, v[i] as number]))];
        const report = await p.simulate(duration, { every: 2 });
        assert.equal(h.t, t);
        assert.equal(Number.isNaN(report.steps), way.includes("using"));
        const common = [...times].flatMap((time, i) => (expected.has(time) ? [[v[i], expected.get(time)]] : []));
        assert.ok(common.length >= 0.95 * expected.size, `${common.length} of ${expected.size} times are common`);
        for (const [found, wanted] of common) assert.equal(found, wanted);
      } finally {
        p.CVode().use_local_dt(false);
        activate(false);
        h.dt = 0.025;
      }
    });
});
