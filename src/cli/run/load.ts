// Starts NEURON as on a display, and loads a model with its mechanisms.
import { basename } from "node:path";
import type * as main from "../../index.js";
import type * as models from "../../models.js";
import type * as plot from "../../plot.js";
import { loadModel } from "../model.js";
import type { Interpreter } from "./actions.js";
import type { Model } from "./find.js";
import { compiled } from "./mechanisms.js";
import { Recordings } from "./recordings.js";

export type Modules = typeof main & typeof plot & typeof models;

export interface Loaded {
  readonly modules: Modules;
  readonly h: Interpreter;
  readonly recordings: Recordings;
  /** Of the mechanisms. */
  readonly library: string | undefined;
  /** The panels that the model has opened, and not those of NEURON's own main menu. */
  ownPanels(): plot.Panel[];
}

export interface LoadOptions {
  readonly yes: boolean;
  /** Nothing of what goes on is told, and nothing of what the model prints reaches standard output. */
  readonly isSilent: boolean;
  readonly record: readonly string[];
}

/** As HOC reads it. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** The working directory is the model's from here on. */
export async function load(model: Model, { yes, isSilent, record }: LoadOptions): Promise<Loaded> {
  const mechanisms = model.mods.length === 0 ? undefined : await compiled(model.mods, isSilent);
  process.chdir(model.folder);
  const modules: Modules = {
    ...(await import("../../index.js")),
    ...(await import("../../plot.js")),
    ...(await import("../../models.js")),
  };
  const { h: typed, untyped, panels, asOnADisplay, addOwn, settle, silence } = modules;
  const h = untyped(typed) as unknown as Interpreter;
  if (isSilent) {
    typed.onPrint(() => {});
    silence(true);
  }
  asOnADisplay({ yes });
  if (mechanisms !== undefined) {
    typed.nrn_load_dll(mechanisms.library);
    for (const { plain, kind, fullName } of mechanisms.assets) if (plain && kind !== "functions") addOwn(fullName);
  }
  const recordings = new Recordings(h, record);
  // As NEURON's own command for models does: the standard run system and the main menu first.
  typed.load_file("nrngui.hoc");
  const theirs = new Set(panels());
  // By its name alone: of a path, NEURON would go back to where it was before, though the model has gone elsewhere to stay.
  await loadModel(model.file, (path) => h(`{load_file(1, ${quoted(basename(path))})}`));
  settle();
  return {
    modules,
    h,
    recordings,
    library: mechanisms?.library,
    ownPanels: () => panels().filter((panel) => !theirs.has(panel)),
  };
}
