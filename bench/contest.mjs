// One case between all rivals: they take turns, so that what else the machine does hits them alike.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A rival's process for one case; `sample()` makes it run once. */
class Contestant {
  #child;
  #lines;
  #errors = "";

  constructor(rival, name, count) {
    const [program, ...args] = rival.command(name, String(count));
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.#child.stderr.on("data", (data) => {
      this.#errors += data;
    });
    this.#child.stdin.on("error", () => {}); // it died: the missing answer says so
    this.#child.on("error", (error) => {
      this.#errors += error.message;
    });
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  async #line() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(this.#errors.trim().split("\n").pop() || "it ended without an answer");
    return value;
  }

  async ready() {
    while ((await this.#line()) !== "ready");
  }

  async sample() {
    this.#child.stdin.write("\n");
    const [seconds, processor, megabytes] = JSON.parse(await this.#line());
    return { seconds, processor, megabytes };
  }

  async end() {
    this.#child.stdin.end();
    this.#child.kill();
  }
}

// Node does not tell the processor's time of a child and of what that starts: the shell does.
const timed = 'TIMEFORMAT="%U %S"; { time "$@" > /dev/null 2>&3; } 3>&1';

/** The time of a whole process, and of those that it starts: what a case does before it is ready. */
function wholeProcess(rival, name, { commands = {} }) {
  const command = commands[rival.name]?.() ?? rival.command(name, "0");
  const start = process.hrtime.bigint();
  const child = spawn("bash", ["-c", timed, "bash", ...command], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let times = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  child.stderr.on("data", (data) => {
    times += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const processor = times
        .trim()
        .split(" ")
        .reduce((sum, time) => sum + Number(time.replace(",", ".")), 0);
      if (code === 0) resolve({ seconds, processor, megabytes: 0 });
      else reject(new Error(said.trim().split("\n").pop() || `it ended with code ${code}`));
    });
  });
}

/** Samples for each rival, in turns: { rival, samples }, with a `failure` of one that could not; none of one that does not play. */
export async function contest(name, rivals, testCase) {
  const { kind = "time", samples, warmUp = kind === "time" ? 2 : 0 } = testCase;
  const all = rivals.map((rival) => ({ rival, samples: [] }));
  const entries = all.filter(({ rival }) => rival.plays?.(testCase) ?? true);
  const rounds = samples + warmUp;
  try {
    if (kind === "time")
      for (const entry of entries)
        await attempt(entry, async () => {
          entry.contestant = new Contestant(entry.rival, name, countOf(entry.rival, testCase));
          await entry.contestant.ready();
        });
    for (let round = 0; round < rounds; round++)
      for (const entry of entries)
        await attempt(entry, async () => {
          const sample = await oneSample(entry, name, testCase);
          if (round >= warmUp) entry.samples.push(sample);
        });
  } finally {
    for (const { contestant } of entries) await contestant?.end();
  }
  return all;
}

/** Some are so slow that they do less. */
const countOf = ({ name }, { counts, count }) => counts?.[name] ?? count;

async function oneSample(entry, name, testCase) {
  const { kind } = testCase;
  if (kind === "process") return wholeProcess(entry.rival, name, testCase);
  if (kind === undefined || kind === "time") return entry.contestant.sample();
  // Memory, and what is done once in a process: what is left from one run would be used by the next, so each has a process of its own.
  const contestant = new Contestant(entry.rival, name, countOf(entry.rival, testCase));
  try {
    await contestant.ready();
    return await contestant.sample();
  } finally {
    await contestant.end();
  }
}

/** A rival that cannot do a case drops out of it. */
async function attempt(entry, action) {
  if (entry.failure) return;
  try {
    await action();
  } catch (error) {
    entry.failure = error.message;
  }
}
