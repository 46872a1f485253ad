// nrn-patch run MODEL --serve: the model's own panels and graphs in a real browser, and what pages without one may say.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { newFolder, packageRoot, write } from "../glia/support.js";
import { becomes, openPage, status } from "./browser.js";
import { Client } from "./client.js";

const model = `
create soma
soma { L = 20 diam = 20 insert hh }
objref clamp
soma clamp = new IClamp(0.5)
clamp.del = 1
clamp.dur = 1e9
tstop = 1e6
strength = 0.3
flag = 0
strdef said
said = "nothing yet"
proc figure() { clamp.amp = strength run() }
proc fill() { xbutton("Deep", "said = \\"deep\\"") }
xpanel("Figures")
xbutton("Long run", "figure()")
xbutton("Wrong", "execerror(\\"as it was told\\", \\"\\")")
xbutton("Quit", "quit()")
xbutton("Stop it", "stoprun=1")
xvalue("strength", "strength")
xcheckbox("Flag", &flag, "said = \\"ticked\\"")
xmenu("Menu", "fill()")
xvarlabel(said)
xpanel()
newPlotV()
graphItem.addvar("soma.m_hh(0.5)")
`;

function start(...args: string[]): ChildProcess {
  const folder = newFolder();
  write(folder, { "mosinit.hoc": model });
  const program = join(packageRoot, "dist", "bundle", "nrn-patch-command.js");
  return spawn(process.execPath, [program, "run", ".", "--serve", "--json", ...args], { cwd: folder });
}
async function urlOf(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const part of child.stdout as NodeJS.ReadableStream) {
    text += part;
    if (text.includes("\n")) return (JSON.parse(text) as { url: string }).url;
  }
  throw new Error(`it printed no address: ${text}`);
}

let served: ChildProcess;
let url = "";
before(async () => {
  served = start();
  url = await urlOf(served);
});
after(() => served.kill("SIGKILL"));

const button = (page: Page, name: string) => page.locator("#panels").getByRole("button", { name, exact: true });
const picture = (page: Page) => page.getAttribute("#pictures img", "src");
const time = async (page: Page): Promise<number> => Number.parseFloat((await page.textContent("#time")) ?? "");

test("a button runs the model; its graph fills meanwhile; pause holds it, and stop ends it", async () => {
  const page = await openPage(url);
  await becomes(page, "idle");
  await button(page, "Long run").click();
  await becomes(page, "running");
  const seen = new Set<string | null>();
  for (let i = 0; i < 100 && seen.size < 4; i++) {
    seen.add(await picture(page));
    await page.waitForTimeout(50);
  }
  assert.ok(seen.size >= 4, "the graph stood still");
  assert.equal(await status(page), "running");
  await page.click("#pause");
  await becomes(page, "paused");
  await page.waitForTimeout(200);
  const held = await time(page);
  assert.ok(held > 0);
  await page.waitForTimeout(400);
  assert.equal(await time(page), held);
  await page.click("#pause");
  await becomes(page, "running");
  await page.waitForTimeout(300);
  await page.click("#stop");
  await becomes(page, "idle");
  assert.ok((await time(page)) > held);
  const last = await page
    .locator("#pictures img")
    .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  assert.ok(last > 100, "the picture cannot be shown");
  await page.close();
});

test("fields, boxes, menus and labels: the model takes what is entered, and the page shows what it does", async () => {
  const page = await openPage(url);
  await becomes(page, "idle");
  const field = page.getByLabel("strength");
  await field.fill("0.25");
  await field.press("Enter");
  const other = await openPage(url);
  await becomes(other, "idle");
  const becomesTrue = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; !(await isSo()); i++) {
      assert.ok(i < 200, "it did not happen");
      await other.waitForTimeout(50);
    }
  };
  await becomesTrue(async () => (await other.getByLabel("strength").inputValue()) === "0.25");
  await page.getByLabel("Flag").click();
  await page.getByText("ticked").waitFor();
  await becomesTrue(() => other.getByLabel("Flag").isChecked());
  await page.locator("summary", { hasText: "Menu" }).click();
  await button(page, "Deep").click();
  await page.getByText("deep", { exact: true }).waitFor();
  await other.close();
  await page.close();
});

test("a browser's names are chosen on the page; of very many the first are shown, and how many there are", async () => {
  const build =
    'create many[600]\nobjref browser\nbrowser = new SectionBrowser()\nbrowser.select_action("strength = L")\nmany[1].L = 7';
  const child = start("--call", build);
  try {
    const client = await Client.to(await urlOf(child));
    const items = () => client.last("panels")?.panels.at(-1)?.items ?? [];
    await client.until("the browser", () => items().length === 501);
    assert.deepEqual([items()[0]?.label, items()[500]?.label], ["soma", "… and 101 more"]);
    client.send({ type: "press", item: items()[2]?.id as number });
    await client.until("it is chosen", () => items()[2]?.value === true);
    const fields = client.last("panels")?.panels.flatMap((panel) => panel.items);
    assert.equal(fields?.find(({ label }) => label === "strength")?.value, 7);
    client.close();
  } finally {
    child.kill("SIGKILL");
  }
});

test("what goes wrong in the model is told, quit() too, and it goes on being served", async () => {
  const page = await openPage(url);
  await becomes(page, "idle");
  await button(page, "Wrong").click();
  await page.getByText(/as it was told/).waitFor();
  await button(page, "Quit").click();
  await page.getByText(/calls quit\(\)/).waitFor();
  await becomes(page, "idle");
  await page.close();
});

/** The number of an item. */
async function itemsOf(client: Client): Promise<Map<string, number>> {
  await client.until("the panels are told", () => client.last("panels") !== undefined);
  const items = client.last("panels")?.panels.flatMap((panel) => panel.items) ?? [];
  return new Map(items.map(({ label, id }) => [label, id]));
}

test("while it runs, what would begin something else has to wait, numbers may change, and the server answers", async () => {
  const client = await Client.to(url);
  const items = await itemsOf(client);
  const press = (label: string) => client.send({ type: "press", item: items.get(label) as number });
  const state = () => client.last("state")?.status;
  press("Long run");
  await client.until("it runs", () => state() === "running");
  press("Long run");
  await client.until("it is refused", () => /has to wait/.test(client.last("problem")?.text ?? ""));
  client.send({ type: "enter", item: items.get("strength") as number, value: 0.4 });
  await client.until("the number is the model's", () =>
    (client.last("panels")?.panels[0]?.items ?? []).some(({ label, value }) => label === "strength" && value === 0.4),
  );
  assert.equal((await fetch(url)).status, 200);
  assert.equal(state(), "running");
  press("Stop it");
  await client.until("it ends", () => state() === "idle");
  client.send({ type: "press", item: 999 });
  await client.until("it is not there", () => /not there any more/.test(client.last("problem")?.text ?? ""));
  client.close();
});

test("a page that takes nothing gets two pictures and no more, and a flood ends its connection", async () => {
  const client = await Client.to(url);
  client.takes = false;
  const items = await itemsOf(client);
  client.send({ type: "press", item: items.get("Long run") as number });
  await client.until("it runs", () => client.last("state")?.status === "running");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const pictures = client.messages.filter(({ type }) => type === "picture").length;
  assert.ok(pictures + client.frames.length <= 2, `${pictures} pictures, ${client.frames.length} frames`);
  client.send({ type: "stop" });
  await client.until("it ends", () => client.last("state")?.status === "idle");
  for (let i = 0; i < 1000; i++) client.send({ type: "open", item: 999 });
  await client.closed;
});

test("Ctrl-C ends it, in the midst of a run too; a port that is in use, and options that do not belong, are refused", async () => {
  for (const isPaused of [false, true]) {
    const child = start();
    const client = await Client.to(await urlOf(child));
    const items = await itemsOf(client);
    client.send({ type: "press", item: items.get("Long run") as number });
    await client.until("it runs", () => client.last("state")?.status === "running");
    if (isPaused) {
      client.send({ type: "pause" });
      await client.until("it pauses", () => client.last("state")?.status === "paused");
    }
    child.kill("SIGINT");
    assert.deepEqual(await once(child, "exit", { signal: AbortSignal.timeout(10_000) }), [0, null]);
  }
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  assert.deepEqual(await once(start("--port", String(port)), "exit"), [1, null]);
  taken.close();
  for (const args of [["--csv", "data"], ["--port", "many"], ["--list"]])
    assert.deepEqual(await once(start(...args), "exit"), [2, null], args.join(" "));
});
