// nrn-patch/view: a page in the browser on which the running model is seen, and can be turned, stopped and changed.
import "./index.js";
import { spawn } from "node:child_process";
import { inspect } from "node:util";
import { ParallelError } from "./core/errors.js";
import { h } from "./hoc/h.js";
import { ranks } from "./patch/parallel.js";
import { Live } from "./view/live.js";
import { checkedOptions, type Parameter, type ViewOptions } from "./view/options.js";
import { PageServer } from "./view/server.js";

export type { Parameter, ViewOptions };

/** A live page that is being served. */
export interface View extends AsyncDisposable {
  /** Where it can be opened, on this machine. Who has the address may run the model: it holds the page's token. */
  readonly url: string;
  /** Stops serving; a run that the page started ends. */
  close(): Promise<void>;
}

/**
 * Serves a page on the loopback address that shows the model: its shape in 3-D, coloured by a variable, traces and spikes
 * as they come, run, pause, stop, and sliders. It keeps the process alive until it is closed.
 *
 * It follows every run in pieces (`p.simulate`, `p.simulation`); a `p.run` is seen when it is over.
 * @throws PatchError (`ERR_PATCH_PORT`) when the port cannot be opened
 */
export async function view(options: ViewOptions = {}): Promise<View> {
  const checked = checkedOptions(options);
  if (ranks() > 1)
    throw new ParallelError("view: the live page shows the model of one process, and there are several.");
  h.load_file("stdrun.hoc");
  const live = new Live(checked);
  const server = new PageServer((socket) => live.connect(socket));
  try {
    await server.listen(checked.port);
  } catch (error) {
    await live.close();
    throw error;
  }
  if (checked.open) openInBrowser(server.url);
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= Promise.all([live.close(), server.close()]).then(() => {});
    return closed;
  };
  const { url } = server;
  const line = { value: () => `Live page ${closed === undefined ? "at" : "(closed)"} ${url}` };
  return Object.defineProperty({ url, close, [Symbol.asyncDispose]: close }, inspect.custom, line);
}

/** With what the system opens addresses; where there is none, the address has been printed all the same. */
function openInBrowser(url: string): void {
  const commands: Readonly<Record<string, readonly [string, ...string[]]>> = {
    darwin: ["open"],
    win32: ["cmd", "/c", "start", ""],
  };
  const [command, ...args] = commands[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
