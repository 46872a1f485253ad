// What the verbs that serve a live page have in common: its port, and that it stays until Ctrl-C.
import { type Call, type Result, UsageError } from "./command.js";

export interface Page {
  readonly url: string;
  /** What ended it, where it was not a signal. */
  readonly interrupted?: Promise<void>;
  close(): Promise<void>;
}

/** `--port`; 0, one that is free, unless given. */
export function portOf(call: Call): number {
  const text = call.value("port") ?? "0";
  if (/^\d+$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port: expected a number from 0 to 65535, got "${text}".`);
}

/** Says where it is, and closes it at the end. */
export async function stay(page: Page, call: Call): Promise<Result> {
  const { url } = page;
  const ended = new Promise<void>((end) => {
    void page.interrupted?.then(end);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
  });
  // After it is listened for: whoever reads this may end it at once.
  process.stdout.write(call.json ? `${JSON.stringify({ url })}\n` : `${url}\nCtrl-C ends it.\n`);
  await ended;
  await page.close();
  return { data: { url }, text: "", isPrinted: true };
}
