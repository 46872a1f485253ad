// What each rank does in the tests of runs in pieces. Every case runs alike on one rank and on several.
import assert from "node:assert/strict";
import { h, p, type Section, type Vector } from "nrn-patch";
import { bits } from "./cases.js";

const cell = (name: string): Section => p.Section({ name, L: 20, diam: 20, insert: "hh" });
const isMine = (gid: number): boolean => gid % p.parallel.nhost === p.parallel.id;
const isLast = (): boolean => p.parallel.id === p.parallel.nhost - 1;

/** A ring of six cells; what this rank records of it. */
function ring(): Vector[] {
  const mine = [0, 1, 2, 3, 4, 5].filter(isMine);
  const synapses = mine.map((gid) => {
    const soma = cell(`cell${gid}`);
    p.ParallelCon(soma, gid, { threshold: 0 });
    return { gid, soma, syn: soma.synapse(p.ExpSyn, { attributes: { tau: 2 } }) };
  });
  for (const { gid, syn } of synapses) p.ParallelCon((gid + 5) % 6, syn, { delay: 2.5, weight: 0.05 });
  const first = synapses.find(({ gid }) => gid === 0)?.syn;
  if (first) p.NetCon(Object.assign(p.NetStim(), { number: 1, start: 1 }), first, { delay: 1, weight: 0.05 });
  return [...synapses.map(({ soma }) => soma.record()), ...p.parallel.spike_record()];
}

/** Two cells joined by 100 MΩ across ranks. */
function gap(): Vector[] {
  return [0, 1].filter(isMine).map((k) => {
    const sec = cell(`cell${k}`);
    if (k === 0) sec.iclamp({ delay: 1, duration: 1, amplitude: 1 });
    const joint = Object.assign(p.SEClamp(sec), { dur1: 1e9, rs: 100 });
    p.parallel.source_var(sec, k);
    p.parallel.target_var(joint, joint._ref_amp1, 1 - k);
    return sec.record();
  });
}

const copies = (all: readonly Vector[]): string[] => all.map(bits);

/** What everything gave that must reject, as code or name, and message. */
async function rejected(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
  } catch (error) {
    const { code, name, message } = error as Error & { code?: string };
    return `${code ?? name}: ${message}`;
  }
  return "nothing";
}

async function asInOneGo(all: readonly Vector[], duration: number): Promise<unknown> {
  p.run(duration);
  const [expected, t] = [copies(all), h.t];
  for (const every of [undefined, 0.025, 0.7, 11]) {
    const report = await p.simulate(duration, { every });
    assert.equal(report.t, t, `every ${every}`);
    assert.equal(report.steps, Math.round(duration / h.dt));
    assert.deepEqual(copies(all), expected, `every ${every}`);
  }
  return { compared: all.length, spikes: all.at(-1)?.length ?? 0 };
}

export const pieces: Record<string, () => Promise<unknown>> = {
  "a ring in pieces": () => asInOneGo(ring(), 60),
  "a gap in pieces": () => asInOneGo(gap(), 20),
  "a long run in pieces": async () => {
    const v = cell("soma").record();
    p.run(1500);
    const { length } = v;
    const { steps } = await p.simulate(1500, { every: 400 });
    return [v.length - length, steps];
  },

  "CVode in pieces": async () => {
    const all = ring();
    p.CVode().active(true);
    try {
      const gids = all.at(-1) as Vector;
      p.run(60);
      const spikes = gids.length;
      await p.simulate(60, { every: 7 });
      return { t: h.t, spikes: p.parallel.allreduce(spikes, 1), again: p.parallel.allreduce(gids.length, 1) };
    } finally {
      p.CVode().active(false);
      h.dt = 0.025;
    }
  },

  /** The last rank stops: all do, at the same time, and go on together. */
  "an abort on one rank": async () => {
    const all = ring();
    p.run(60);
    const expected = copies(all);
    const controller = new AbortController();
    const onProgress = ({ t }: { t: number }) => {
      if (isLast() && t > 20) controller.abort(new RangeError("enough"));
    };
    const error = await rejected(() => p.simulate(60, { every: 5, signal: controller.signal, onProgress }));
    const times = p.parallel.allgather(h.t);
    await p.simulate(60 - h.t, { reset: false });
    assert.deepEqual(copies(all), expected);
    return { error, times };
  },

  "a callback that throws on one rank": async () => {
    ring();
    const onProgress = () => {
      if (isLast()) throw new RangeError("mine");
    };
    const error = await rejected(() => p.simulate(60, { every: 5, onProgress }));
    p.run(1);
    return { error, times: p.parallel.allgather(h.t) };
  },

  "a loop left on one rank": async () => {
    ring();
    let reports = 0;
    for await (const { t } of p.simulation(60, { every: 5 })) {
      reports++;
      if (isLast() && t > 20) break;
    }
    return { reports, times: p.parallel.allgather(h.t) };
  },

  "a signal aborted before on one rank": async () => {
    ring();
    const signal = isLast() ? AbortSignal.abort(new RangeError("no")) : undefined;
    const error = await rejected(() => p.simulate(60, { signal }));
    await p.simulate(1);
    return { error, times: p.parallel.allgather(h.t) };
  },

  "wrong on one rank": async () => {
    ring();
    const errors = [
      await rejected(() => p.simulate(isLast() ? Number.NaN : 10)),
      await rejected(() => p.simulate(isLast() ? 11 : 10)),
    ];
    await p.simulate(1);
    return { errors, times: p.parallel.allgather(h.t) };
  },
};
