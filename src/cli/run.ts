// nrn-patch run: a published model from its folder to its figures and data, with no display and no clicking.
import { basename } from "node:path";
import { type Call, type Result, UsageError } from "./command.js";
import { shortPath } from "./output.js";
import { portOf, stay } from "./page.js";
import { type Action, actionsIn, type Done, isSetting, perform } from "./run/actions.js";
import { drawn, type Folders, summary } from "./run/drawn.js";
import { findModel, type Model } from "./run/find.js";
import { listed, listText } from "./run/list.js";
import { type Loaded, load } from "./run/load.js";
import { checkedFolder } from "./run/places.js";
import { showProgress } from "./run/progress.js";
import { checkedNames } from "./run/recordings.js";
import { writeAll } from "./run/write.js";

interface Task {
  readonly call: Call;
  readonly model: Model;
  readonly actions: readonly Action[];
  readonly folders: Folders;
  readonly port: number;
  readonly home: string;
  /** Standard output is for what this command itself says. */
  readonly isSilent: boolean;
}

export async function run(call: Call): Promise<Result> {
  const model = findModel(call.words[0] as string, all(call, "mods"));
  const actions = actionsIn(call.inOrder);
  checkTogether(call);
  const port = portOf(call);
  const record = checkedNames(all(call, "record"));
  const folders = { csv: folderOf(call, "csv"), svg: folderOf(call, "svg") };
  const isSilent = call.has("quiet") || call.json;
  const task = { call, model, actions, folders, port, home: process.cwd(), isSilent };
  try {
    const loaded = await load(model, { yes: call.has("yes"), isSilent, record });
    if (call.has("list")) return list(task, loaded);
    return call.has("serve") ? await served(task, loaded) : results(task, loaded);
  } finally {
    if (isSilent) (await import("../models.js")).silence(false);
  }
}

function list({ model, actions, home }: Task, loaded: Loaded): Result {
  for (const action of actions) act(action, loaded);
  process.chdir(home);
  const panels = listed(loaded.ownPanels());
  return { data: { model: model.file, panels }, text: listText(panels) };
}

async function served({ call, model, actions, port, isSilent }: Task, loaded: Loaded): Promise<Result> {
  for (const action of actions) act(action, loaded);
  const { serve } = await import("../serve.js");
  const { silence } = loaded.modules;
  const page = await serve({ title: basename(model.folder), port, panels: loaded.ownPanels });
  silence(false);
  const end = stay(page, call);
  silence(isSilent);
  return await end;
}

function results({ call, model, actions, folders, home, isSilent }: Task, loaded: Loaded): Result {
  const { h, modules, recordings } = loaded;
  const endProgress = isSilent ? () => {} : showProgress(h, modules.whileRunning);
  if (!isSilent) recordings.onUnknown = (words) => process.stderr.write(`nrn-patch: ${words}\n`);
  const { isRun, did } = follow(actions, loaded);
  endProgress();
  modules.settle();
  process.chdir(home);
  const result = drawn(modules, recordings.recorded, folders);
  writeAll(result.files);
  const t = h.t as number;
  const notes = notesOn(actions, loaded);
  if (!isSilent) for (const note of notes) process.stderr.write(`nrn-patch: ${note}\n`);
  const ran = isRun
    ? `${shortPath(model.file)} ran to ${Number(t.toFixed(3))} ms`
    : `${shortPath(model.file)} did not run: it has no cells`;
  return {
    data: {
      model: model.file,
      library: loaded.library ?? null,
      did,
      t: isRun ? t : null,
      graphs: result.graphs,
      recorded: result.recorded,
      files: result.files.map(({ path }) => path),
      dialogs: modules.dialogs,
      notes,
    },
    text: call.has("quiet") ? "" : [ran, summary(result)].filter(Boolean).join("\n"),
  };
}

const all = (call: Call, option: string): string[] =>
  call.inOrder.flatMap(([name, value]) => (name === option ? [value] : []));

function folderOf(call: Call, option: "csv" | "svg"): string | undefined {
  const given = call.value(option);
  return given === undefined ? undefined : checkedFolder(option, given);
}

/** What stands beside --serve or --list must be something that they do. */
function checkTogether(call: Call): void {
  const refuse = (one: "serve" | "list", others: readonly string[], why: string): void => {
    const other = call.has(one) ? others.find((option) => call.has(option)) : undefined;
    if (other !== undefined) throw new UsageError(`--${one} and --${other} do not go together: ${why}.`);
  };
  refuse("serve", ["list", "csv", "svg", "record", "quiet"], "the page stays until Ctrl-C, and writes nothing");
  refuse("list", ["csv", "svg", "record"], "a list comes before the run, and writes nothing");
  if (call.has("port") && !call.has("serve")) throw new UsageError("--port belongs to --serve.");
}

function act(action: Action, { h, modules, ownPanels }: Loaded): Done {
  const done = perform(action, h, modules.panels(), ownPanels());
  modules.settle();
  return done;
}

/** Does what the command line says, and runs at the end unless the model has run since the last setting. */
function follow(actions: readonly Action[], loaded: Loaded): { isRun: boolean; did: readonly Done[] } {
  const { h, recordings } = loaded;
  const did: Done[] = [];
  let [initialisations, t] = [0, 0];
  const hasMoved = (): boolean => {
    const now = h.t as number;
    const moved = (recordings.initialisations > initialisations && now > 0) || now > t;
    [initialisations, t] = [recordings.initialisations, now];
    return moved;
  };
  let isRun = hasMoved();
  let isDue = !isRun;
  for (const action of actions) {
    did.push(act(action, loaded));
    const moved = hasMoved();
    isRun ||= moved;
    isDue = (isDue && !moved) || isSetting(action);
  }
  if (!(isDue || isUndrawn(loaded)) || !hasCells(loaded)) return { isRun, did };
  recordings.check();
  did.push({ option: "run", text: "", hoc: ["run()"], owner: "" });
  (h.run as () => void)();
  return { isRun: true, did };
}

/** Whether the graphs follow variables and show nothing: models bring themselves to rest before they make their graphs. */
function isUndrawn({ modules }: Loaded): boolean {
  const all = modules.drawings().map((drawing) => drawing.describe());
  const lines = all.flatMap((what) => (what.kind === "graph" ? what.lines : []));
  return lines.some(({ source }) => source !== "") && lines.every(({ y }) => y.length === 0);
}

/** Sections, or artificial cells: without any there is nothing that could move. */
function hasCells({ h, modules }: Loaded): boolean {
  for (const _ of modules.h.allsec()) return true;
  return (h.List as (name: string) => { count(): number })("NetCon").count() > 0;
}

/** What was set and is not so in the end, because the model sets it itself. */
function notesOn(actions: readonly Action[], { h }: Loaded): string[] {
  return (["tstop", "vinit", "dt"] as const).flatMap((option) => {
    const last = actions.findLast((action) => action.option === option);
    if (last === undefined || h[last.name] === last.number) return [];
    if (option === "dt" && (h.cvode_active as () => number)() !== 0)
      return [`--dt ${last.text}: the model integrates with CVode, which takes steps of its own.`];
    return [`--${option} ${last.text}: the model itself has made it ${String(h[last.name])}.`];
  });
}
