// nrn-patch run: a published model from its folder to its figures and data, with no display and no clicking.
import { basename } from "node:path";
import { type Call, type Result, UsageError } from "./command.js";
import { shortPath } from "./output.js";
import { portOf, stay } from "./page.js";
import { type Action, actionsIn, type Done, isSetting, perform } from "./run/actions.js";
import { drawn, summary } from "./run/drawn.js";
import { findModel } from "./run/find.js";
import { listed, listText } from "./run/list.js";
import { type Loaded, load } from "./run/load.js";
import { checkedFolder } from "./run/places.js";
import { showProgress } from "./run/progress.js";
import { checkedNames } from "./run/recordings.js";
import { writeAll } from "./run/write.js";

export async function run(call: Call): Promise<Result> {
  const model = findModel(call.words[0] as string, call.value("mods"));
  const actions = actionsIn(call.inOrder);
  checkTogether(call);
  const isQuiet = call.has("quiet");
  const port = portOf(call);
  const record = checkedNames(call.inOrder.flatMap(([name, value]) => (name === "record" ? [value] : [])));
  const folders = { csv: folderOf(call, "csv"), svg: folderOf(call, "svg") };
  const home = process.cwd();
  const loaded = await load(model, {
    yes: call.has("yes"),
    isQuiet: isQuiet || call.json,
    isSilent: isQuiet || call.json,
    record,
  });
  const { h, modules, recordings, ownPanels } = loaded;
  if (call.has("list")) {
    for (const action of actions) act(action, loaded);
    process.chdir(home);
    const panels = listed(ownPanels());
    return { data: { model: model.file, panels }, text: listText(panels) };
  }
  if (call.has("serve")) {
    for (const action of actions) act(action, loaded);
    const { serve } = await import("../serve.js");
    return stay(await serve({ title: basename(model.folder), port, panels: ownPanels }), call);
  }
  const endProgress = isQuiet || call.json ? () => {} : showProgress(h, modules.whileRunning);
  const { isRun, did } = follow(actions, loaded);
  endProgress();
  modules.settle();
  process.chdir(home);
  const result = drawn(modules, recordings.recorded, folders);
  writeAll(result.files);
  const t = h.t as number;
  const notes = notesOn(actions, loaded);
  if (!call.json && !isQuiet) for (const note of notes) process.stderr.write(`nrn-patch: ${note}\n`);
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
    text: isQuiet ? "" : [ran, summary(result)].filter(Boolean).join("\n"),
  };
}

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
  if (!isDue || !hasCells(loaded)) return { isRun, did };
  did.push({ option: "run", text: "", hoc: ["run()"], owner: "" });
  (h.run as () => void)();
  return { isRun: true, did };
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
    return [`--${option} ${last.text}: the model itself has made it ${String(h[last.name])}.`];
  });
}
