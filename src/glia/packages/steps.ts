// The steps of a compilation that take time, run standing still or beside other things.
import { CompileError } from "../../core/errors.js";
import type { Command } from "../../engine/compile.js";
import { EndsTogether } from "./interrupted.js";

/** What the steps below ask for: a program to be run, or a wait. */
type Request = { readonly command: Command; readonly heard: (line: string) => void } | { readonly sleep: number };
type Answer = { readonly status: number | null; readonly said: string } | undefined;
export type Steps<T> = Generator<Request, T, Answer>;

/** Goes through the steps, and stands still meanwhile. */
export function goThrough<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next(carriedOut(next.value));
  return next.value;
}

/** The same without standing still. */
export async function goThroughLater<T>(steps: Steps<T>): Promise<T> {
  const ends = new EndsTogether();
  try {
    let next = steps.next();
    while (!next.done) next = steps.next(await carriedOutLater(next.value, ends));
    return next.value;
  } finally {
    ends.stop();
  }
}

function carriedOut(request: Request): Answer {
  if ("sleep" in request) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, request.sleep);
    return undefined;
  }
  const { file, args, cwd, env } = request.command;
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, error, stdout, stderr } = spawnSync(file, args, {
    cwd,
    env,
    encoding: "latin1",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) throw new CompileError(`nrnivmodl could not be run: ${error.message}`, { cause: error });
  return { status, said: `${stdout}\n${stderr}` };
}

function carriedOutLater(request: Request, ends: EndsTogether): Promise<Answer> {
  if ("sleep" in request) return new Promise((done) => setTimeout(done, request.sleep, undefined));
  const { file, args, cwd, env } = request.command;
  const { spawn } = process.getBuiltinModule("node:child_process");
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    ends.child = child;
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      let rest = "";
      child[name].setEncoding("latin1").on("data", (text: string) => {
        texts[name] += text;
        const lines = (rest + text).split("\n");
        rest = lines.pop() as string;
        for (const line of lines) request.heard(line);
      });
    }
    child.on("error", (cause) => fail(new CompileError(`nrnivmodl could not be run: ${cause.message}`, { cause })));
    child.on("close", (status) => {
      ends.child = undefined;
      done({ status, said: `${texts.stdout}\n${texts.stderr}` });
    });
  });
}
