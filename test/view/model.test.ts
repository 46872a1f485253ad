// What the live page is told of the model: its shape, values, traces and spikes, whatever becomes of the model meanwhile.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { h, p } from "nrn-patch";
import { type View, type ViewOptions, view } from "nrn-patch/view";
import { Client } from "./client.js";

let live: View | undefined;
const clients: Client[] = [];

async function shown(options: ViewOptions = {}): Promise<Client> {
  live = await view(options);
  return another();
}

async function another(): Promise<Client> {
  const client = await Client.to((live as View).url);
  clients.push(client);
  await client.until("a first frame", () => client.frames.length > 0 || client.last("problem") !== undefined);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await live?.close();
  live = undefined;
  p.clear();
});

const isIdle = (client: Client) => () => client.last("state")?.status === "idle";
/** Sends it and waits until the run that it begins is over: the last idle state may be the one before. */
const toTheEnd = async (client: Client, message: Parameters<Client["send"]>[0]): Promise<void> => {
  const since = client.messages.length;
  client.send(message);
  await client.until("the end of its run", () => {
    const states = client.messages.slice(since).flatMap((each) => (each.type === "state" ? [each.status] : []));
    return states.includes("running") && states.at(-1) === "idle";
  });
};

test("the shape: NEURON's 3-D points, cut where segments end, and sections without points laid out; the model stays", async () => {
  const soma = p.Section({ name: "soma", L: 20, diam: 20 });
  const dend = p.Section({ name: "dend", nseg: 3 });
  dend.connect(soma);
  dend.add3d(
    [
      [10, 0, 0],
      [40, 0, 0],
      [40, 60, 0],
    ],
    [2, 2, 1],
  );
  const { shapes, frames } = await shown();
  const shape = shapes[0];
  assert.ok(shape);
  // soma: one interval. dend: 90 µm in thirds, ends at 30, 60 and 90 µm: the first at its second point.
  const segments = [...shape.intervals].filter((_, i) => i % 2 === 1);
  assert.deepEqual(segments, [0, 1, 2, 3]);
  const end = [...shape.points.slice(-4)].map((x) => Math.round(x * 100) / 100);
  assert.deepEqual(end.slice(1), [60, 0, 0.5]);
  assert.equal(frames[0]?.values.length, 4);
  assert.equal(soma.points.length, 0);
});

test("a run: values and traces are the model's, spikes too, and each page has all of the lines", async () => {
  const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" });
  soma.iclamp({ delay: 1, duration: 30, amplitude: 0.5 });
  const v = soma.record();
  const { spikes } = p.NetCon(soma, null, { threshold: 0, weight: 0 });
  const client = await shown({ traces: { mine: v, its: soma }, spikes: { soma: spikes } });
  client.send({ type: "run", duration: 30 });
  await client.until("the run", () => v.length === 1201 && isIdle(client)());
  await client.until("all spikes", () => client.frames.at(-1)?.t === h.t);
  const late = await another();
  for (const each of [client, late]) {
    const { frames } = each;
    const epoch = frames.at(-1)?.epoch;
    const mine = frames.filter((frame) => frame.epoch === epoch);
    assert.ok(Math.abs((mine.at(-1)?.values[0] as number) - soma.v) < 1e-4);
    for (const id of [0, 1]) {
      const pieces = mine.flatMap(({ traces }) => traces.filter((trace) => trace.id === id));
      const [t, y] = [pieces.flatMap((piece) => [...piece.t]), pieces.flatMap((piece) => [...piece.y])];
      assert.ok(Math.abs((t.at(-1) as number) - 30) < 0.1, `the line ends at ${t.at(-1)}`);
      assert.ok(t.every((time, i) => i === 0 || time >= (t[i - 1] as number)));
      assert.ok(Math.abs(Math.max(...y) - v.max()) < 1e-4, "the peak is there");
    }
    const times = mine.flatMap(({ spikeTimes }) => [...spikeTimes]);
    assert.deepEqual(times, [...Float32Array.from(spikes)]);
  }
  assert.ok(spikes.length >= 2);
});

test("a model without sections: its spikes are shown, and it runs", async () => {
  const [stim, cell] = [Object.assign(p.NetStim(), { start: 1, number: 5, interval: 2 }), p.IntFire1()];
  p.NetCon(stim, cell, { weight: 2 });
  const times = p.Vector();
  p.NetCon(cell, null, { weight: 0 }).record(times);
  const client = await shown({ spikes: { cell: times } });
  assert.deepEqual(client.last("scene")?.sections, []);
  await toTheEnd(client, { type: "run", duration: 20 });
  assert.ok(h.t > 19.9);
  await client.until("the spikes", () => client.frames.reduce((sum, { spikeTimes }) => sum + spikeTimes.length, 0) > 0);
  assert.equal(client.last("problem")?.text ?? "", "");
});

test("a picked segment is traced at once, recorded from the next initialisation on, and can be taken away", async () => {
  const soma = p.Section({ name: "soma", L: 20, diam: 20, nseg: 3, insert: "hh" });
  soma.iclamp({ delay: 1, duration: 30, amplitude: 0.5 });
  const client = await shown({ traces: [] });
  client.send({ type: "speed", value: 100 });
  client.send({ type: "run", duration: 1e4 });
  await client.until("it runs", () => (client.frames.at(-1)?.t ?? 0) > 1);
  client.send({ type: "trace", segment: 2 });
  client.send({ type: "trace", segment: 99 });
  await client.until("samples", () => client.frames.some(({ traces }) => traces.some(({ t }) => t.length > 0)));
  assert.deepEqual(
    client.last("traces")?.traces.map(({ label, unit }) => [label, unit]),
    [["soma(0.8333).v", "mV"]],
  );
  client.send({ type: "stop" });
  await client.until("the stop", isIdle(client));
  assert.ok(h.t < 1e4);
  client.frames.length = 0;
  await toTheEnd(client, { type: "restart", duration: 10 });
  assert.ok(h.t > 9.9 && h.t < 10.1);
  await client.until("its line", () => {
    const times = client.frames.flatMap(({ traces }) => traces.flatMap(({ t }) => [...t]));
    return (times.at(-1) ?? 0) > 9.9 && times.length > 100;
  });
  client.send({ type: "run", duration: 1e4 });
  await client.until("a third run", () => client.last("state")?.status === "running");
  client.send({ type: "trace", segment: 0 });
  await client.until("the second trace", () => client.last("traces")?.traces.length === 2);
  soma.dispose(); // in mid-run, under both traces
  p.Section({ name: "another", insert: "hh" });
  await client.until("the other", () => client.last("scene")?.sections[0]?.[0] === "another");
  const at = h.t;
  await client.until("it goes on", () => h.t > at + 1);
  assert.equal(client.last("problem")?.text ?? "", "");
  client.send({ type: "stop" });
  await client.until("the end", isIdle(client));
  client.send({ type: "untrace", id: client.last("traces")?.traces[0]?.id as number });
  await client.until("it is gone", () => client.last("traces")?.traces.length === 1);
});

test("any range variable colours; segments that have it not are NaN; one that is none is told", async () => {
  p.Section({ name: "a", insert: "hh" });
  p.Section({ name: "b", insert: "pas" });
  const client = await shown({ color: "gnabar_hh" });
  assert.deepEqual([...(client.frames[0]?.values ?? [])].map(Number.isNaN), [false, true]);
  assert.match(client.last("scene")?.color.label ?? "", /gnabar_hh \(S\/cm²\)/);
  for (const name of ["v", "m_hh", "g_pas"]) assert.ok(client.last("scene")?.variables.includes(name), name);
  client.send({ type: "color", name: "v" });
  await client.until("v", () => client.last("color")?.color.name === "v");
  client.send({ type: "color", name: "gkbaar_hh" });
  await client.until("the problem", () => /gkbaar_hh/.test(client.last("problem")?.text ?? ""));
  client.send({ type: "color", name: "m_hh" });
  await client.until("m", () => client.last("color")?.color.name === "m_hh");
});

test("a change that NEURON has not taken up yet is shown to a page that comes", async () => {
  const soma = p.Section({ name: "soma", insert: "hh" });
  await shown();
  p.run(1);
  const sections = async () => (await another()).last("scene")?.sections;
  const dend = p.Section({ name: "dend", nseg: 3 });
  assert.deepEqual(await sections(), [
    ["soma", 1],
    ["dend", 3],
  ]);
  dend.nseg = 5;
  assert.deepEqual((await sections())?.[1], ["dend", 5]);
  dend.dispose();
  assert.deepEqual(await sections(), [["soma", 1]]);
  const version = (await another()).last("scene")?.version;
  assert.equal((await another()).last("scene")?.version, version, "nothing has changed");
  assert.equal(soma.nseg, 1);
});

test("a page that is open while the model rests shows what the program changes of its structure", async () => {
  const soma = p.Section({ name: "soma", L: 20, diam: 20 });
  const client = await shown();
  const dend = p.Section({ name: "dend", L: 100, diam: 2, nseg: 3 });
  await client.until("another section", () => client.frames.at(-1)?.values.length === 4);
  dend.connect(soma(1));
  const shapes = client.shapes.length;
  await client.until("another place", () => client.shapes.length > shapes);
  dend.nseg = 5;
  await client.until("more segments", () => client.frames.at(-1)?.values.length === 6);
  dend.dispose();
  await client.until("it is gone", () => client.frames.at(-1)?.values.length === 1);
  const { length } = client.frames;
  await new Promise((resolve) => setTimeout(resolve, 700));
  assert.equal(client.frames.length, length); // nothing is sent while nothing changes
});

test("the model changes under the page: sections come and go, all is cleared, and the page goes on", async () => {
  const soma = p.Section({ name: "soma", insert: "hh" });
  const client = await shown();
  p.run(1);
  const other = p.Section({ name: "other", nseg: 5, insert: "hh" });
  await toTheEnd(client, { type: "run", duration: 5 });
  await client.until("the new section", () => client.last("scene")?.sections.length === 2);
  soma.dispose();
  await toTheEnd(client, { type: "run", duration: 5 });
  await client.until("it is gone", () => client.last("scene")?.sections.length === 1 && h.t > 4.9);
  await client.until("values", () => client.frames.at(-1)?.values.length === 5);
  assert.equal(other.nseg, 5);
  p.clear();
  p.Section({ name: "third" });
  await toTheEnd(client, { type: "run", duration: 3 });
  await client.until("the third", () => client.last("scene")?.sections[0]?.[0] === "third");
  assert.ok(h.t > 2.9 && h.t < 3.1);
  assert.equal(client.last("problem")?.text ?? "", "");
});

test("what goes wrong in a run of the page is told to the page, and gone with the next", async () => {
  const soma = p.Section({ name: "soma", insert: "hh" });
  let isBroken = true;
  p.FInitializeHandler(() =>
    p.CVode().event(1, () => {
      if (isBroken) throw new RangeError("mine");
    }),
  );
  const client = await shown({ parameters: { p: { get: () => 1, min: 0, max: 2, set: () => assert.fail("theirs") } } });
  client.send({ type: "run", duration: 5 });
  await client.until("the problem", () => client.last("problem")?.text === "RangeError: mine");
  isBroken = false;
  await toTheEnd(client, { type: "run", duration: 5 });
  assert.ok(h.t > 4.9);
  assert.equal(client.last("problem")?.text, "");
  client.send({ type: "set", index: 0, value: 1 });
  await client.until("the slider's", () => /theirs/.test(client.last("problem")?.text ?? ""));
  assert.ok(soma.v < 0);
});

test("a page that takes nothing gets two frames, holds up nothing, and has all of the lines once it takes them", async () => {
  const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" });
  const v = soma.record();
  const client = await shown({ traces: { v } });
  client.takes = false;
  await client.until("quiet", () => true);
  const before = client.frames.length;
  const report = await p.simulate(2000);
  assert.equal(report.steps, 80_000);
  assert.ok(client.frames.length - before <= 2, `${client.frames.length - before} frames`);
  client.takes = true;
  for (let i = 0; i < 4; i++) client.send({ type: "ack" });
  await client.until("the end", () => Math.abs((client.frames.at(-1)?.traces.at(-1)?.t.at(-1) ?? 0) - 2000) < 10);
  assert.ok(client.bytes < 1e6, `${client.bytes} bytes`);
});

test("frames come at most thirty a second, however fast the model is", async () => {
  p.Section({ name: "soma", insert: "pas" });
  const client = await shown();
  const [before, started] = [client.frames.length, performance.now()];
  client.send({ type: "run", duration: 20_000 });
  await client.until("it runs", () => client.frames.length > before + 10);
  client.send({ type: "stop" });
  await client.until("it stops", isIdle(client));
  const seconds = (performance.now() - started) / 1000;
  assert.ok(client.frames.length - before <= 30 * seconds + 4, `${client.frames.length - before} in ${seconds} s`);
});

test("pause, speed and abort of a run that the program makes", async () => {
  p.Section({ name: "soma", insert: "hh" });
  const client = await shown();
  const controller = new AbortController();
  const run = p.simulate(1e7, { signal: controller.signal });
  await client.until("it runs", () => client.last("state")?.status === "running");
  client.send({ type: "pause" });
  await client.until("it pauses", () => client.last("state")?.status === "paused");
  const { t } = h;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(h.t, t);
  controller.abort(new Error("enough"));
  await assert.rejects(run, { message: "enough" });
  const stopped = p.simulate(1e7);
  await client.until("it runs again", () => h.t > 1 && client.last("state")?.status === "running");
  client.send({ type: "stop" });
  assert.ok((await stopped).t < 1e7);
});

test("a model whose shape is larger than what may wait for a page is shown all the same", async () => {
  for (let i = 0; i < 600; i++) p.Section({ name: `dend${i}`, L: 1000, nseg: 501 });
  const client = await shown({ traces: [] });
  assert.ok(client.bytes > 10e6, `${client.bytes} bytes`);
  assert.equal(client.frames[0]?.values.length, 600 * 501);
  await toTheEnd(client, { type: "run", duration: 0.05 });
  assert.ok(h.t > 0.04);
});
