// `--serve`: the live page with the model's own panels and graphs, until Ctrl-C.
import type { Result } from "../command.js";
import type { Loaded } from "./load.js";

export interface ServeOptions {
  readonly title: string;
  readonly port: number;
  readonly isJson: boolean;
}

export async function serveModel({ ownPanels }: Loaded, { title, port, isJson }: ServeOptions): Promise<Result> {
  const { serve } = await import("../../serve.js");
  const page = await serve({ title, port, panels: ownPanels });
  process.stdout.write(isJson ? `${JSON.stringify({ url: page.url })}\n` : `${page.url}\nCtrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    void page.interrupted.then(resolve);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await page.close();
  return { data: { url: page.url }, text: "" };
}
