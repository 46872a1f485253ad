// Programs in processes of their own: what they print, how they end, and no more of them at once than asked for.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const index = new URL("dist/bundle/index.js", `file://${root}`).href;

export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** It did not end by itself in time. */
  late: boolean;
}

export interface Options {
  env?: NodeJS.ProcessEnv;
  seconds?: number;
  flags?: string[];
  /** Told of each piece of output while the program runs. */
  onOutput?: (text: string, child: ChildProcess) => void;
}

/** Runs a compiled file of test/hazards with arguments, in an empty folder that goes away. */
export function runFile(file: string, args: string[], options: Options = {}): Promise<End> {
  return runNode([fileURLToPath(new URL(file, import.meta.url)), ...args], options);
}

/** Runs a small program in which `h`, the errors and `untyped` are at hand. */
export function runText(text: string, options: Options = {}): Promise<End> {
  const header = `import * as patch from ${JSON.stringify(index)}; const h = patch.untyped(patch.h);\n`;
  return runNode(["--input-type=module", "-e", header + text], options);
}

function runNode(args: string[], { env = {}, seconds = 60, flags = [], onOutput }: Options): Promise<End> {
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-hazard-"));
  const child = spawn(process.execPath, ["--enable-source-maps", ...flags, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    const end: End = { code: null, signal: null, stdout: "", stderr: "", late: false };
    const clock = setTimeout(() => {
      end.late = true;
      child.kill("SIGKILL");
    }, seconds * 1000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      end.stdout += text;
      onOutput?.(text, child);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      end.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(clock);
      rmSync(folder, { recursive: true, force: true });
      resolve({ ...end, code, signal });
    });
  });
}

/** How it ended, for messages. */
export function described({ code, signal, stdout, stderr, late }: End): string {
  const how = late ? "did not end in time" : signal ? `was ended by ${signal}` : `ended with code ${code}`;
  return `It ${how}.\n${[stdout, stderr].map((text) => text.trim().slice(-2000)).join("\n")}`;
}
