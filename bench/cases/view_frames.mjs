// What the live page costs a run: the page is a process of its own, which takes each frame and draws nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { tree } from "../tree.mjs";

export const title = "a run of 20 ms, 10 500 segments, on a live page";
export const count = 20;
export const whole = true;
export const alone = true;
/** The part that the frames may cost. */
export const plainLimit = 1.1;

const page = fileURLToPath(new URL("../page.mjs", import.meta.url));

async function serve() {
  const { view } = await import("../../dist/bundle/view.js");
  const { url } = await view();
  const child = spawn(process.execPath, [page, url], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
}

export function prepare(p) {
  tree(p);
  let isServed;
  return async (count) => {
    isServed ??= serve();
    await isServed;
    await p.simulate(count, { vInit: -65 });
  };
}

/** The run in one go, that nobody watches. */
export function plain(h) {
  h.load_file("stdrun.hoc");
  tree(h);
  return (count) => {
    h.finitialize(-65);
    h.continuerun(count);
  };
}
