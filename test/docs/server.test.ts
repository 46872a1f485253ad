// The service among the examples: its queue, its processes, what it tells, and how it ends.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { after, before, test } from "node:test";

let server: ChildProcess;
let address = "";
before(async () => {
  server = spawn(process.execPath, [resolve("examples", "server.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(server.stdout?.setEncoding("utf8") as NodeJS.ReadableStream, "data");
  address = String(said).trim();
});
after(() => server.kill());

const post = (body: string) => fetch(address, { method: "POST", body });
async function begin(amplitude: number, duration: number): Promise<number> {
  const response = await post(JSON.stringify({ amplitude, duration }));
  assert.equal(response.status, 202);
  return ((await response.json()) as { id: number }).id;
}
const end = (id: number) => fetch(`${address}/${id}`, { method: "DELETE" });

/** What is told of a simulation, to its end. */
async function told(id: number): Promise<{ event: string; data: any }[]> {
  const response = await fetch(`${address}/${id}`, { signal: AbortSignal.timeout(60_000) });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  return [...(await response.text()).matchAll(/event: (.*)\ndata: (.*)\n\n/g)].map(([, event, data]) => ({
    event: event as string,
    data: JSON.parse(data as string),
  }));
}

/** Its processes. */
const children = async (): Promise<number> => {
  const { stdout } = spawn("pgrep", ["-P", String(server.pid)]);
  let text = "";
  for await (const part of stdout) text += part;
  return text.split("\n").filter(Boolean).length;
};

test("progress is told, and then the spikes; who comes late gets the result", async () => {
  const id = await begin(0.3, 5000);
  const events = await told(id);
  const { event, data } = events.at(-1) as { event: string; data: { spikes: number[] } };
  assert.equal(event, "done");
  // Python's NEURON has these spikes of the same cell, ms.
  assert.equal(data.spikes.length, 456);
  for (const [i, t] of [
    [0, 6.175],
    [1, 17.7],
    [2, 28.725],
    [-1, 4996.175],
  ] as const)
    assert.ok(Math.abs((data.spikes.at(i) as number) - t) < 0.0126, `${data.spikes.at(i)}`);
  const fractions = events.filter(({ event }) => event === "progress").map(({ data }) => data.fraction);
  assert.ok(fractions.length > 1);
  assert.deepEqual(
    fractions,
    fractions.toSorted((a, b) => a - b),
  );
  assert.deepEqual(await told(id), [events.at(-1)]);
});

test("so many run at once as there are processors; the others wait, and a deleted one ends, in the queue or in the middle", async () => {
  const ids: number[] = [];
  for (let i = 0; i < availableParallelism() + 2; i++) ids.push(await begin(0.3, 1e6));
  const [waiting, last] = [ids.at(-2) as number, ids.at(-1) as number];
  const ends = ids.map((id) => told(id));
  await end(waiting);
  assert.deepEqual(
    (await (ends.at(-2) as (typeof ends)[0])).map(({ event }) => event),
    ["waiting", "aborted"],
  );
  assert.equal(await children(), availableParallelism());
  for (const id of ids) if (id !== last) await end(id);
  for (const events of await Promise.all(ends.slice(0, -1))) assert.equal(events.at(-1)?.event, "aborted");
  await end(last);
  assert.equal((await (ends.at(-1) as (typeof ends)[0])).at(-1)?.event, "aborted");
  for (let i = 0; (await children()) > 0; i++) {
    assert.ok(i < 100, "a process was left");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test("what is no job is refused", async () => {
  for (const body of [
    "",
    "{",
    "{}",
    "null",
    '{ "amplitude": "much", "duration": 10 }',
    '{ "amplitude": 1, "duration": -1 }',
  ])
    assert.equal((await post(body)).status, 400, body);
  assert.equal((await post("x".repeat(20_000))).status, 413);
  assert.equal((await fetch(`${address}/9999`)).status, 404);
  assert.equal((await end(9999)).status, 404);
});
