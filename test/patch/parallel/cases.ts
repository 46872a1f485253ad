// What each rank does in the tests of many processes. Every case runs alike on one rank and on several.
import assert from "node:assert/strict";
import { h, p, type Section, untyped } from "nrn-patch";

const loose = untyped(p);

/** The bits of each number, so that nothing is lost on the way. */
export function bits(values: Iterable<number>): string {
  const list = [...values];
  const bytes = Buffer.alloc(8 * list.length);
  for (const [i, value] of list.entries()) bytes.writeDoubleBE(value, 8 * i);
  return bytes.toString("hex");
}

const cell = (name: string): Section => p.Section({ name, L: 20, diam: 20, insert: "hh" });
const isMine = (gid: number): boolean => gid % p.parallel.nhost === p.parallel.id;

/** A ring of cells, one gid each, dealt out over the ranks; the same model as reference.py's. */
function ring(n: number, { late = false } = {}): { times: Iterable<number>; gids: Iterable<number> } {
  const mine = Array.from({ length: n }, (_, gid) => gid).filter(isMine);
  const early = late ? p.parallel.spike_record() : undefined;
  const synapses = new Map(
    mine.map((gid) => {
      const soma = cell(`cell${gid}`);
      p.ParallelCon(soma, gid, { threshold: 0 });
      return [gid, soma.synapse(p.ExpSyn, { attributes: { tau: 2 } })];
    }),
  );
  const [times, gids] = early ?? p.parallel.spike_record();
  for (const [gid, syn] of synapses) p.ParallelCon((gid + n - 1) % n, syn, { delay: 2.5, weight: 0.05 });
  const first = synapses.get(0);
  if (first) p.NetCon(Object.assign(p.NetStim(), { number: 1, start: 1 }), first, { delay: 1, weight: 0.05 });
  p.run(60);
  return { times, gids };
}

function spikesByGid(times: Iterable<number>, gids: Iterable<number>): Record<string, string> {
  const all: Record<string, number[]> = {};
  const list = [...gids];
  [...times].forEach((t, i) => {
    all[list[i] as number] ??= [];
    (all[list[i] as number] as number[]).push(t);
  });
  return Object.fromEntries(Object.entries(all).map(([gid, spikes]) => [gid, bits(spikes)]));
}

/** Two cells joined by 100 MΩ, wherever they are: reference.py's gap. */
function gap(): Record<string, string> {
  const traces: Record<string, string> = {};
  const recordings = [0, 1].filter(isMine).map((k) => {
    const sec = cell(`cell${k}`);
    if (k === 0) sec.iclamp({ delay: 1, duration: 1, amplitude: 1 });
    const joint = p.SEClamp(sec);
    joint.dur1 = 1e9;
    joint.rs = 100;
    p.parallel.source_var(sec, k);
    p.parallel.target_var(joint, joint._ref_amp1, 1 - k);
    return [k, p.record(sec)] as const;
  });
  p.run(20);
  for (const [k, v] of recordings) traces[k] = bits(v);
  return traces;
}

/** What everything gave that must throw, as code and message. */
function thrown(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return `${(error as { code?: string }).code}: ${(error as Error).message}`;
  }
  return "nothing";
}

export const cases: Record<string, () => unknown> = {
  who: () => ({
    id: p.parallel.id,
    nhost: p.parallel.nhost,
    methods: [h.ParallelContext().id(), h.ParallelContext().nhost()],
  }),

  ring: () => {
    const { times, gids } = ring(6);
    return spikesByGid(times, gids);
  },

  "ring, recorded before": () => {
    const { times, gids } = ring(6, { late: true });
    return spikesByGid(times, gids);
  },

  "ring twice": () => {
    const first = ring(6);
    const before = spikesByGid(first.times, first.gids);
    p.run(60);
    assert.deepEqual(spikesByGid(first.times, first.gids), before);
    p.clear();
    const { times, gids } = ring(6);
    assert.deepEqual(spikesByGid(times, gids), before);
    p.clear();
    for (let i = 0; i < 2; i++) p.scope(() => ring(4));
    return before;
  },

  gap,

  "gap, run twice": () => {
    const first = gap();
    p.clear();
    assert.deepEqual(gap(), first);
    return first;
  },

  /** Only the first rank has anything to hand on; the others must not wait for ever. */
  "gap on one rank": () => {
    if (p.parallel.id === 0) {
      const [a, b] = [cell("a"), cell("b")];
      const joint = p.SEClamp(b);
      joint.dur1 = 1e9;
      p.parallel.source_var(a(0.5)._ref_v, 7);
      p.parallel.target_var(joint, joint._ref_amp1, 7);
    } else cell("alone");
    p.run(2);
    return true;
  },

  collectives: () => {
    const { id, nhost } = p.parallel;
    const value = {
      rank: id,
      list: [id, "é"],
      map: new Map([[id, new Set([1])]]),
      date: new Date(5),
      typed: new Float32Array([id]),
    };
    const vector = p.Vector([id, 0.1]);
    const root = nhost - 1;
    return {
      broadcast: p.parallel.broadcast(id === 0 ? "from 0" : null),
      fromRoot: p.parallel.broadcast({ rank: id }, root),
      vector: [...p.parallel.broadcast(vector, root)],
      filled: [...vector],
      gathered: p.parallel.allgather(id * 10),
      deep: p.parallel
        .allgather(value)
        .every((v, i) => v.rank === i && v.map.get(i)?.has(1) && v.typed[0] === i && v.list[1] === "é"),
      atRoot: p.parallel.gather(id, root),
      scattered: p.parallel.scatter(id === 0 ? Array.from({ length: nhost }, (_, i) => `to ${i}`) : null),
      all: p.parallel.alltoall(Array.from({ length: nhost }, (_, i) => `${id}>${i}`)),
      nothing: p.parallel.broadcast(undefined) === undefined,
      large: p.parallel.allgather(new Float64Array(10_000).fill(id)).map((a) => a[9999]),
      sum: p.parallel.allreduce(id + 1, 1),
    };
  },

  /** Each fails on one rank only, and must be an error on all. */
  "what cannot travel": () => {
    const last = p.parallel.nhost - 1;
    const isLast = p.parallel.id === last;
    const tried = [
      () => p.parallel.broadcast(isLast ? p.NetStim() : 1, last),
      () => p.parallel.broadcast(isLast ? { deep: [cell("s")] } : 1, last),
      () => p.parallel.broadcast(isLast ? () => 1 : 1, last),
      () => p.parallel.allgather(isLast ? cell("t")(0.5) : 1),
      () => p.parallel.gather(isLast ? p.NetStim() : 1),
      () => p.parallel.alltoall(Array.from({ length: p.parallel.nhost }, () => (isLast ? p.NetStim() : 1))),
      () => p.parallel.alltoall(isLast ? [] : Array.from({ length: p.parallel.nhost }, () => 1)),
      () => p.parallel.scatter(isLast ? [1] : null, last === 0 ? 5 : last),
      () => p.parallel.broadcast(1, isLast ? 99 : 0),
      () => p.parallel.broadcast(1, -1),
      () =>
        p.parallel.allgather(
          isLast
            ? new (class Local {
                f = () => 1;
              })()
            : 1,
        ),
    ].map(thrown);
    return { tried, after: p.parallel.allgather(p.parallel.id) };
  },

  /** Gids: every mistake is named with both that are in each other's way. */
  gids: () => {
    const base = 1000 * (p.parallel.id + 1);
    const [a, b] = [cell("a"), cell("b")];
    const syn = p.ExpSyn(a);
    const detector = p.ParallelCon(a, base + 1, { threshold: -10 });
    const receiver = p.ParallelCon(base + 1, syn, { weight: 3, delay: 5 });
    const many = () => loose.ParallelCon;
    return {
      gids: [
        detector.gid === base + 1,
        receiver.gid === base + 1,
        detector.threshold,
        receiver.delay,
        receiver.weight[0],
      ],
      exists: p.parallel.gid_exists(base + 1),
      errors: [
        () => p.ParallelCon(a, base + 2),
        () => p.ParallelCon(a(0.5), base + 2),
        () => p.ParallelCon(b, base + 1),
        () => many()(null, null),
        () => many()(1, 2),
        () => many()(a, 1.5),
        () => many()(a, -1),
        () => many()(a, "1"),
        () => many()(1, syn, { threshold: 3 }),
        () => many()(a, 3, { wieght: 3 }),
        () => many()(1, null),
        () => many()(1, a),
        () => {
          receiver.threshold = 3;
        },
        () => p.parallel.spike_record(base + 77),
        () => p.parallel.spike_record([base + 1, -3]),
        () => loose.parallel.source_var(a, -3),
        () => loose.parallel.source_var(3, 3),
        () => loose.parallel.set_gid2node(1.5),
      ].map((action) =>
        thrown(action)
          .replaceAll(String(base + 1), "G1")
          .replaceAll(String(base + 2), "G2")
          .replaceAll(String(base + 77), "G77"),
      ),
      left: p.parallel.gid_exists(base + 2),
    };
  },

  /** A network without the weight throws on the rank that has it, and so on all. */
  "a weight forgotten on one rank": () => {
    const soma = cell("soma");
    if (p.parallel.id === 0) p.ParallelCon(0, p.ExpSyn(soma));
    return thrown(() => p.run(1));
  },

  "a model wrong on one rank": () => {
    const soma = cell("soma");
    if (p.parallel.id === p.parallel.nhost - 1) p.NetCon(soma, p.ExpSyn(soma));
    const first = thrown(() => p.run(1));
    p.clear();
    cell("right");
    p.run(1);
    return { first, t: h.t };
  },

  /** NEURON notices it on the first rank only, which leaves the others waiting. */
  "a connection without delay": () => {
    const soma = cell("soma");
    const { id, nhost } = p.parallel;
    p.ParallelCon(soma, id);
    const connection = p.ParallelCon((id + 1) % nhost, p.ExpSyn(soma), { delay: 0, weight: 0 });
    const first = thrown(() => p.run(1));
    connection.delay = 1;
    p.run(1);
    return { first, t: h.t };
  },

  /** Likewise on the rank that keeps the key. */
  "a target without a source": () => {
    const { id } = p.parallel;
    const soma = cell("soma");
    const joint = p.SEClamp(soma);
    p.parallel.target_var(joint, joint._ref_amp1, 500);
    const tried = [thrown(() => p.run(1)), thrown(() => p.run(1))];
    if (id === 0) p.parallel.source_var(soma, 500);
    p.run(1);
    return { tried, t: h.t };
  },

  /** NEURON goes on writing to what is gone. */
  "what takes part in a transfer is disposed": () => {
    const { id, nhost } = p.parallel;
    const [a, b] = [cell("a"), cell("b")];
    const joints = [0, 1].map(() => p.SEClamp(b));
    for (const [i, joint] of joints.entries()) {
      joint.dur1 = 1e9;
      p.parallel.target_var(joint, joint._ref_amp1, 2 * ((id + 1) % nhost) + i);
      p.parallel.source_var(a, 2 * id + i);
    }
    p.run(1);
    joints[0]?.dispose();
    p.run(1);
    const left = joints[1]?.amp1;
    a.dispose();
    const error = thrown(() => p.run(1));
    b.dispose();
    cell("new");
    p.run(1);
    return { left: left !== undefined && left < 0, error, t: h.t };
  },

  /** NEURON tells each rank the shortest delay of its own connections only. */
  "a connection without delay on one rank": () => {
    const soma = cell("soma");
    const { id, nhost } = p.parallel;
    p.ParallelCon(soma, id);
    const delay = id === nhost - 1 ? 0 : 1;
    const connection = p.ParallelCon((id + 1) % nhost, p.ExpSyn(soma), { delay, weight: 0 });
    const first = thrown(() => p.run(1));
    connection.delay = 1;
    p.run(1);
    const { dt } = h;
    p.parallel.source_var(soma, id);
    const joint = p.SEClamp(soma);
    p.parallel.target_var(joint, joint._ref_amp1, (id + 1) % nhost);
    if (id === nhost - 1) h.dt = 2 * dt;
    const second = thrown(() => p.run(1));
    h.dt = dt;
    p.run(1);
    return { first, second, t: h.t };
  },

  /** What is left is told to NEURON again, each source with its own section. */
  "one of several cells in a transfer is disposed": () => {
    const { id } = p.parallel;
    const cells = [0, 1, 2].map((i) => cell(`cell${i}`));
    const joints = cells.map((soma, i) => {
      p.parallel.source_var(soma, 3 * id + i);
      const joint = Object.assign(p.SEClamp(soma), { dur1: 1e9 });
      p.parallel.target_var(joint, joint._ref_amp1, 3 * id + (i === 0 ? 1 : 0));
      return joint;
    });
    p.run(1);
    cells[2]?.dispose();
    p.run(1);
    return { amp: joints[1]?.amp1, t: h.t };
  },

  "a transfer after nseg and after h forgot it": () => {
    const { id } = p.parallel;
    const soma = cell("soma");
    soma.nseg = 9;
    const joint = Object.assign(p.SEClamp(soma), { dur1: 1e9 });
    const register = () => {
      p.parallel.source_var(soma(0.9), id);
      p.parallel.target_var(joint, joint._ref_amp1, id);
    };
    register();
    p.run(1);
    soma.nseg = 1;
    p.run(1);
    const before = joint.amp1;
    h.ParallelContext().gid_clear();
    register();
    p.run(1);
    return { before, after: joint.amp1, t: h.t };
  },

  "options wrong on one rank": () => {
    cell("soma");
    const isLast = p.parallel.id === p.parallel.nhost - 1;
    const first = thrown(() => p.run(isLast ? -1 : 1));
    p.run(1);
    return { first, t: h.t };
  },

  /** In mid-run and as it begins; the others are far from done then. */
  "a callback of NEURON that throws on one rank": () => {
    cell("soma");
    const isLast = p.parallel.id === p.parallel.nhost - 1;
    let when = "";
    const handler = p.FInitializeHandler(() => {
      if (isLast && when === "initialising") throw new RangeError("mine");
      if (isLast && when === "running")
        p.CVode().event(2, () => {
          throw new RangeError("mine");
        });
      p.CVode().event(3, () => calls.push(when));
    });
    const calls: string[] = [];
    const errors = ["initialising", "running"].map((each) => {
      when = each;
      return thrown(() => p.run(5));
    });
    when = "neither";
    p.run(4);
    handler.dispose();
    return { errors, calls, t: h.t };
  },

  /** HOC text, what has no words of its own, and a run within a run: each once left the others waiting, or lost what was thrown. */
  "what else a callback does wrong on one rank": () => {
    const soma = cell("soma");
    soma.iclamp({ delay: 1, duration: 1, amplitude: 1 });
    const isLast = p.parallel.id === p.parallel.nhost - 1;
    const odd = Object.create(null);
    const detector = p.NetCon(soma, null);
    const event = (callback: unknown) => () => untyped(p.CVode()).event(2, callback);
    const wrong: Record<string, () => void> = {
      "HOC text of an event": event("nosuch_()"),
      "HOC text of a spike": () => untyped(detector).record("nosuch_()"),
      "a run": event(() => p.run(3)),
      "what cannot be shown": event(() => {
        throw odd;
      }),
    };
    const tried = Object.entries(wrong).map(([name, does]) => {
      const handler = p.FInitializeHandler(() => {
        if (isLast) does();
      });
      let error: any;
      try {
        p.run(5);
      } catch (caught) {
        error = caught;
      }
      handler.dispose();
      detector.record();
      return `${name}: ${error === odd ? "itself" : `${error?.code}: ${error?.message}`}`;
    });
    const handler = isLast ? p.FInitializeHandler("nosuch_()") : undefined;
    tried.push(`HOC text of a handler: ${thrown(() => p.run(5))}`);
    handler?.dispose();
    p.run(4);
    return { tried, t: h.t };
  },

  "Ctrl-C on one rank of a network": () => {
    const soma = cell("soma");
    const { id, nhost } = p.parallel;
    p.ParallelCon(soma, id);
    p.ParallelCon((id + 1) % nhost, p.ExpSyn(soma), { delay: 0.5, weight: 0 });
    const handler = p.FInitializeHandler(() => {
      if (id === nhost - 1) p.CVode().event(2, () => process.kill(process.pid, "SIGINT"));
    });
    const error = thrown(() => p.run(5));
    handler.dispose();
    p.run(4);
    return { error, t: h.t };
  },

  /** NEURON's psolve watches whether anything moves, and once ended the process long after an error that was caught. */
  "time that passes after an error": async () => {
    cell("soma");
    const context = h.ParallelContext();
    context.timeout(1);
    context.set_maxstep(10);
    const handler = p.FInitializeHandler(() => untyped(p.CVode()).event(2, "nosuch_()"));
    p.finitialize();
    const error = thrown(() => context.psolve(5));
    handler.dispose();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    context.timeout(20);
    return error;
  },

  "an error that nobody catches": () => {
    cell("soma");
    if (p.parallel.id === 0) {
      setImmediate(() => {
        throw new Error("on rank 0 only");
      });
      return true;
    }
    p.run(5); // the others wait for rank 0 in here
    return true;
  },

  /** Spikes of one gid, of some, and gids of both forms beside spikes and record. */
  recording: () => {
    const soma = cell(`soma${p.parallel.id}`);
    soma.iclamp({ delay: 1, duration: 1, amplitude: 1 });
    const gid = p.parallel.id;
    const detector = p.ParallelCon(soma, gid);
    const all = p.parallel.spike_record();
    const [times, gids] = [p.Vector(), p.Vector()];
    const one = p.parallel.spike_record(gid, times, gids);
    const some = p.parallel.spike_record([gid]);
    const spikes = detector.spikes;
    const heard: number[] = [];
    detector.record(() => heard.push(h.t));
    p.run(5);
    assert.deepEqual(one, [times, gids]);
    const expected = bits(spikes);
    for (const list of [all[0], times, some[0], heard]) assert.equal(bits(list), expected);
    for (const list of [all[1], gids, some[1]])
      assert.deepEqual(
        [...list],
        [...spikes].map(() => gid),
      );
    assert.ok(spikes.length > 0);
    return expected;
  },
};
