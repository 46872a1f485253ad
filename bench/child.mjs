// Our side of the benchmark: prepares one case (SIDE prepare, or plain: what a case of p's does with h), then runs it once for each line that comes in.
// An answer is the seconds that it took, by the clock and of the processor, and the megabytes by which the process grew.
// python/child.py does the same.
import { h, p } from "../dist/bundle/index.js";

const [name, count, side] = process.argv.slice(2);
const testCase = await import(`./cases/${name}.mjs`);
const isPatch = side === "prepare" && testCase.plain !== undefined;
const run = testCase[side](isPatch ? p : h, Number(count));

// A case without a body is the start of the process and nothing more.
if (run === undefined) process.exit();

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;

async function sample() {
  const before = megabytes();
  const used = process.cpuUsage();
  const start = process.hrtime.bigint();
  const after = await run(Number(count));
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(used);
  const grown = megabytes() - before;
  if (typeof after === "function") after(); // takes away what the run made; not measured
  // A case that measures a time of its own gives its seconds.
  const times = typeof after === "number" ? [after, after] : [seconds, (user + system) / 1e6];
  console.log(JSON.stringify([...times, grown]));
}

console.log("ready");
process.stdin.on("data", sample);
