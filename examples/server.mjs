// @ts-check
// A simulation service: a queue, each simulation in a process of its own, its progress as server-sent events, and an end when one is wanted.
// Run with: node examples/server.mjs [PORT]. Then, with the address that it prints:
//   curl -d '{ "amplitude": 0.3, "duration": 1000 }' ADDRESS            → { "id": 1 }      nA, ms
//   curl -N ADDRESS/1             → event: progress … event: done, with the times of the spikes, ms
//   curl -X DELETE ADDRESS/1      → ends it, or takes it out of the queue
import { fork } from "node:child_process";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** @typedef {{ amplitude: number, duration: number }} Job */
/** @typedef {{ id: number, job: Job, event: string, data: unknown, readers: Set<import("node:http").ServerResponse>, child?: import("node:child_process").ChildProcess }} Simulation */

if (process.send === undefined) await serve();
else process.once("message", (job) => simulate(/** @type {Job} */ (job)));

/** In a process of its own: what goes wrong there ends that process, and no other. @param {Job} job */
async function simulate({ amplitude, duration }) {
  process.once("disconnect", () => process.exit()); // the service is gone
  const { p } = await import("nrn-patch");
  const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" }); // µm
  soma.iclamp({ delay: 5, duration, amplitude }); // ms, ms, nA
  const { spikes } = p.NetCon(soma, null, { threshold: 0, weight: 0 });
  await p.simulate(duration, { onProgress: ({ fraction, remaining }) => process.send?.({ fraction, remaining }) });
  process.send?.({ spikes: [...spikes] }, () => process.exit());
}

async function serve() {
  /** @type {Map<number, Simulation>} */
  const all = new Map();
  /** @type {Simulation[]} */
  const queue = [];
  let [count, running] = [0, 0];

  /** @param {Simulation} one @param {string} event @param {unknown} data */
  const tell = (one, event, data) => {
    Object.assign(one, { event, data });
    for (const reader of one.readers) send(reader, one);
  };
  /** @param {import("node:http").ServerResponse} reader @param {Simulation} one */
  const send = (reader, { event, data }) => {
    if (reader.writableLength < 1e5) reader.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (isOver(event)) reader.end();
  };
  /** @param {string} event */
  const isOver = (event) => event !== "waiting" && event !== "progress";

  const next = () => {
    const one = running < availableParallelism() ? queue.shift() : undefined;
    if (one === undefined) return;
    running++;
    const child = fork(fileURLToPath(import.meta.url));
    one.child = child;
    child.on("message", (/** @type {object} */ data) => tell(one, "spikes" in data ? "done" : "progress", data));
    child.on("exit", (code, signal) => {
      running--;
      if (!isOver(one.event)) tell(one, "failed", { code, signal });
      next();
    });
    child.send(one.job);
  };

  const server = createServer(async (request, response) => {
    const one = all.get(Number(request.url?.slice(1)));
    /** @param {number} status @param {object} answer */
    const answer = (status, answer) => response.writeHead(status).end(`${JSON.stringify(answer)}\n`);
    if (request.method === "POST") {
      if (Number(request.headers["content-length"] ?? 1e9) > 1e4) return answer(413, { error: "at most 10 kB" });
      const job = await text(request)
        .then(JSON.parse)
        .catch(() => undefined);
      if (!(Math.abs(job?.amplitude) < 100 && job.duration > 0 && job.duration <= 1e6))
        return answer(400, { error: "expected an amplitude, nA, and a duration from 0 to 1e6 ms" });
      if (queue.length >= 100) return answer(503, { error: "too many are waiting" });
      const fresh = { id: ++count, job, event: "waiting", data: {}, readers: new Set() };
      all.set(count, fresh).delete(count - 1000); // old results are forgotten
      queue.push(fresh);
      next();
      return answer(202, { id: fresh.id });
    }
    if (one === undefined) return answer(404, { error: "there is no such simulation" });
    if (request.method === "DELETE") {
      if (queue.includes(one)) queue.splice(queue.indexOf(one), 1);
      if (!isOver(one.event)) tell(one, "aborted", {});
      one.child?.kill();
      return answer(200, { id: one.id });
    }
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    one.readers.add(response.on("close", () => one.readers.delete(response)));
    send(response, one);
  });
  server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () =>
    console.log(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`),
  );
}
