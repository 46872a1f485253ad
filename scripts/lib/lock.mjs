// One set-up at a time: a second one waits until the first has ended, then finds most of its work done.

import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { at, buildFolder } from "./paths.mjs";

const link = at("build", "setup.lock");
const LONGEST_WAIT = 15 * 60_000;

export async function withLock(say, work) {
  const start = Date.now();
  let told = false;
  while (!take()) {
    const holder = holderOfLock();
    if (holder === undefined) {
      // Left by a set-up that was killed. Should two notice at once, each step still builds aside and moves into place.
      rmSync(link, { force: true });
      continue;
    }
    if (!told) say(`waiting for another set-up (process ${holder}) to end`);
    told = true;
    if (Date.now() - start > LONGEST_WAIT) {
      throw new Failure(`Another set-up (process ${holder}) has been at work for too long.`, {
        cure: `kill ${holder}`,
      });
    }
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(link, { force: true });
  }
}

function take() {
  mkdirSync(buildFolder, { recursive: true });
  try {
    // A link to nowhere, named after the process: unlike a file it is made and filled at one stroke.
    symlinkSync(String(process.pid), link);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** The process that holds the lock, while it lives. */
function holderOfLock() {
  try {
    const pid = Number(readlinkSync(link));
    return isSetup(pid) ? pid : undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function isSetup(pid) {
  try {
    process.kill(pid, 0);
    // Numbers of processes come round again (in a new container soon), so ask what runs, where the system tells.
    if (!existsSync("/proc/self/cmdline")) return true;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("setup.mjs");
  } catch (error) {
    return error.code === "EPERM";
  }
}
