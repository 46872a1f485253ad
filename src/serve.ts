// The live page of a published model, with its own panels and graphs, for the command line; no public module.

import type { Panel } from "./hoc/graphics/host.js";
import { h } from "./hoc/h.js";
import { ServerApart } from "./view/apart.js";
import { Live } from "./view/live.js";
import { ModelSide } from "./view/model-side.js";
import { checkedOptions } from "./view/options.js";

export interface Served {
  readonly url: string;
  /** Ctrl-C ended a run of the model's. */
  readonly interrupted: Promise<void>;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly title: string;
  /** 0: one that is free. */
  readonly port: number;
  /** The panels that are shown. */
  panels(): readonly Panel[];
}

/** @throws PatchError (`ERR_PATCH_PORT`) */
export async function serve({ title, port, panels }: ServeOptions): Promise<Served> {
  h.load_file("stdrun.hoc");
  const model = new ModelSide(panels, () => server?.poll());
  // Its lines are in the model's graphs; those of a segment come by a click.
  const live = new Live(checkedOptions({ title, port, traces: [] }), model);
  model.stage = live;
  model.drawAll();
  const interrupted = new Promise<void>((resolve) => {
    model.interrupted = resolve;
  });
  let server: ServerApart | undefined;
  try {
    server = await ServerApart.listen(port, (socket) => live.connect(socket));
  } catch (error) {
    model.close();
    await live.close();
    throw error;
  }
  const { url } = server;
  return {
    url,
    interrupted,
    close: async () => {
      model.close();
      await Promise.all([live.close(), server?.close()]);
    },
  };
}
