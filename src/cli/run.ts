// nrn-patch run: a published model from its folder to its figures and data, with no display and no clicking.
import { type Call, type Result, UsageError } from "./command.js";
import { isProgram, loadModel } from "./model.js";
import { type Interpreter, listed, listText, press, set } from "./run/actions.js";
import { findModel, type Model } from "./run/find.js";
import { libraryOf } from "./run/mechanisms.js";
import { Recordings } from "./run/recordings.js";
import { csv, write } from "./run/write.js";

type Modules = typeof import("../index.js") & typeof import("../plot.js") & typeof import("../models.js");

const settings = { tstop: "tstop", vinit: "v_init", dt: "dt" } as const;

export async function run(call: Call): Promise<Result> {
  const model = findModel(call.words[0] as string);
  const [folders, values] = [{ csv: call.value("csv"), svg: call.value("svg") }, settingsOf(call)];
  const modules = {
    ...(await import("../index.js")),
    ...(await import("../plot.js")),
    ...(await import("../models.js")),
  };
  const h = modules.untyped(modules.h) as unknown as Interpreter;
  const home = process.cwd();
  let recordings: Recordings | undefined;
  try {
    const unheard = call.has("quiet") || call.json ? modules.h.onPrint(() => {}) : undefined;
    const theirs = await load(model, modules, h, call);
    for (const [name, value] of values) h[name] = value;
    recordings = new Recordings(
      h,
      call.inOrder.flatMap(([name, value]) => (name === "record" ? [value] : [])),
    );
    for (const [name, value] of call.inOrder) act(name, value, h, modules);
    if (call.has("list")) {
      const panels = listed(modules.panels().filter((panel) => !theirs.has(panel)));
      return { data: { model: model.file, panels }, text: listText(panels) };
    }
    if (recordings.initialisations === 0)
      await modules.p.simulate(undefined, { progress: !call.has("quiet") && !call.json });
    modules.settle();
    unheard?.();
  } finally {
    process.chdir(home);
  }
  const drawn = await written(modules, recordings, folders);
  const { dialogs } = modules;
  const t = h.t as number;
  return {
    data: { model: model.file, t, ...drawn, dialogs },
    text: call.has("quiet") ? "" : summary(t, drawn),
  };
}

function settingsOf(call: Call): [name: string, value: number][] {
  return Object.entries(settings).flatMap(([option, name]) => {
    const text = call.value(option);
    if (text === undefined) return [];
    const value = Number(text);
    if (!Number.isFinite(value) || (option !== "vinit" && value <= 0))
      throw new UsageError(`--${option}: expected a number${option === "vinit" ? "" : " above 0"}, got "${text}".`);
    return [[name, value] as [string, number]];
  });
}

/** Loads it; returns the panels that are NEURON's own. */
async function load(
  { file, folder, mods }: Model,
  modules: Modules,
  h: Interpreter,
  call: Call,
): Promise<ReadonlySet<object>> {
  const theirs = new Set<object>();
  const { h: typed, asOnADisplay, settle } = modules;
  const isQuiet = call.has("quiet") || call.json;
  const library =
    mods.length === 0 ? undefined : libraryOf(mods, (line) => isQuiet || process.stderr.write(`${line}\n`));
  process.chdir(folder);
  asOnADisplay({ yes: call.has("yes") });
  if (library !== undefined) typed.nrn_load_dll(library);
  typed.load_file(isProgram(file) ? "stdrun.hoc" : "nrngui.hoc");
  for (const panel of modules.panels()) theirs.add(panel);
  await loadModel(file, (path) => typed.load_file(path));
  // Those that begin HOC's run are there whatever the model has loaded.
  if (typeof h.tstop !== "number") typed.load_file("stdrun.hoc");
  settle();
  return theirs;
}

function act(name: string, value: string, h: Interpreter, { panels, settle }: Modules): void {
  if (name === "press") press(panels(), value);
  else if (name === "set") set(h, panels(), value);
  else if (name === "call") h(value);
  else return;
  settle();
}

interface Drawn {
  readonly graphs: readonly { readonly name: string; readonly title: string; readonly lines: readonly string[] }[];
  readonly recorded: readonly string[];
  readonly files: readonly string[];
}

async function written(
  { drawings, figureOf }: Modules,
  recordings: Recordings | undefined,
  folders: { readonly csv: string | undefined; readonly svg: string | undefined },
): Promise<Drawn> {
  const files: string[] = [];
  const graphs = [];
  for (const drawing of drawings()) {
    const what = drawing.describe();
    const lines = what.kind === "graph" ? what.lines : [];
    graphs.push({ name: what.name, title: what.title, lines: lines.map(({ label }) => label) });
    if (folders.svg !== undefined) files.push(write(folders.svg, `${what.name}.svg`, String(figureOf(what))));
    if (folders.csv === undefined || lines.length === 0) continue;
    const rows = lines.flatMap(({ label, x, y }) => Array.from(x, (value, i) => [label, value, y[i] as number]));
    files.push(write(folders.csv, `${what.name}.csv`, csv(["line", "x", "y"], rows)));
  }
  const columns = recordings?.columns ?? [];
  const [first] = columns;
  if (first !== undefined && folders.csv !== undefined) {
    const rows = Array.from(first[1], (_, i) => columns.map(([, values]) => values[i] as number));
    files.push(
      write(
        folders.csv,
        "record.csv",
        csv(
          columns.map(([name]) => name),
          rows,
        ),
      ),
    );
  }
  return { graphs, recorded: columns.map(([name]) => name), files };
}

function summary(t: number, { graphs, files }: Drawn): string {
  const drawn = graphs.map(({ name, title, lines }) =>
    [`  ${name}`, title && `“${title}”`, `${lines.length} lines`].filter(Boolean).join("  "),
  );
  return [`ran to ${Number(t.toFixed(3))} ms`, ...drawn, ...files].join("\n");
}
