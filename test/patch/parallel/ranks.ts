// Starts programs on several ranks under mpiexec, and reads what each of them wrote.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a case gave on one rank, or threw. */
export interface Result {
  value?: any;
  error?: string;
  message?: string;
}
export interface End {
  code: number | null;
  /** By rank, and by the name of the case. */
  ranks: Record<string, Result>[];
  text: string;
}

const rank = fileURLToPath(new URL("./rank.js", import.meta.url));

/** The cases on so many ranks, one after the other; 0: without mpiexec. What does not end in time fails. */
export function run(names: readonly string[], ranks: number, seconds: number): Promise<End> {
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-ranks-"));
  const program = [process.execPath, rank, folder, ...names];
  const launcher = ["mpiexec", "--allow-run-as-root", "--oversubscribe", "-n", String(ranks)];
  const [command, ...args] = ranks === 0 ? program : [...launcher, ...program];
  const child = spawn(command as string, args, {
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, OMPI_MCA_btl_vader_single_copy_mechanism: "none" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let text = "";
    const clock = setTimeout(() => {
      process.kill(-(child.pid as number), "SIGKILL");
      reject(new Error(`${ranks} ranks did not end in ${seconds} s:\n${text}`));
    }, seconds * 1000);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
      });
    child.on("error", (cause) => {
      clearTimeout(clock);
      reject(new Error("mpiexec is needed for this test: install Open MPI or MPICH.", { cause }));
    });
    child.on("close", (code) => {
      clearTimeout(clock);
      const files = readdirSync(folder).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
      const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Record<string, Result>;
      const found = files.map(read);
      rmSync(folder, { recursive: true });
      resolve({ code, text, ranks: found });
    });
  });
}
