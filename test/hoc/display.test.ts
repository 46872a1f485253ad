// A model that was written for a display: its numbers, the clicks it waits for, its questions. The switch holds for all of the process.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { PatchError } from "nrn-patch";
import { asOnADisplay, dialogs, settle } from "#display";
import { clean, close, h } from "./support.js";

h.load_file("stdrun.hoc");
afterEach(clean);

/** A dendrite whose segments are of different diameters: 3-D points make frusta of them. */
function tapered() {
  const dend = h.Section("dend");
  [dend.L, dend.nseg] = [90, 3];
  [1, 5, 2].forEach((diam, i) => {
    dend((i + 0.5) / 3).diam = diam;
  });
  return dend;
}
const areas = (sec: any): number[] => [...sec].map((seg) => seg.area());

test("a picture of the cell defines its shape, as h.define_shape() does, but only on a display", () => {
  const dend = tapered();
  h.PlotShape();
  const cylinders = areas(dend);
  close(
    cylinders,
    [1, 5, 2].map((diam) => Math.PI * diam * 30),
    1e-9,
  );
  h.define_shape();
  const frusta = areas(dend);
  assert.ok(frusta.some((area, i) => Math.abs(area - (cylinders[i] as number)) > 1));
  clean();

  asOnADisplay();
  const shown = tapered();
  assert.deepEqual(areas(shown), cylinders);
  const shape = h.PlotShape();
  assert.deepEqual(areas(shown), frusta);
  const later = h.Section("later");
  assert.equal(later.n3d(), 0);
  settle();
  assert.ok(later.n3d() > 1);
  const last = h.Section("last");
  h.doNotify();
  assert.ok(last.n3d() > 1);
  shape.dispose();
});

test("a loop that waits for a click ends with an error that says so", () => {
  h("clicked = 0");
  assert.throws(
    () => h("while (!clicked) { doEvents() }"),
    (error) =>
      error instanceof PatchError && error.code === "ERR_PATCH_DISPLAY" && /nobody to click/.test(error.message),
  );
  // A model that lets its windows live while it computes is none that waits.
  h("for i = 1, 1000 { doEvents() }");
  const soma = h.Section("soma");
  soma.insert("hh");
  h.tstop = 1;
  h.run();
  close(h.t, 1, 1e-9);
});

test("so does one that sleeps, but none that computes", () => {
  asOnADisplay({ patience: 0.3 });
  h("turns = 0");
  assert.throws(() => h('while (1) { doEvents()  system("sleep 0.03")  turns += 1 }'), {
    code: "ERR_PATCH_DISPLAY",
  });
  assert.ok(h.turns >= 9, String(h.turns));
  const began = process.cpuUsage().user;
  h("turns = 0\nobjref numbers");
  h("numbers = new Vector(100000, 2)");
  while (process.cpuUsage().user - began < 1e6) h("for i = 1, 20 { doEvents()  numbers.sqrt()  turns += 1 }");
  assert.ok(h.turns > 10);
  asOnADisplay();
});

test("the code of templates is no exception", () => {
  h(`begintemplate Waiter
public wait, leave
proc wait() { while (1) doEvents() }
proc leave() { quit() }
endtemplate Waiter
objref waiter
waiter = new Waiter()`);
  assert.throws(() => h.waiter.wait(), { code: "ERR_PATCH_DISPLAY" });
  assert.throws(() => h.waiter.leave(), { code: "ERR_PATCH_QUIT" });
});

test("a question that is asked until the answer pleases ends with an error", () => {
  asOnADisplay({ yes: true, answer: "abc" });
  h("strdef reply");
  for (const [ask, message] of [
    ['string_dialog("A number?", reply)', /"A number\?".*"abc"/],
    ['boolean_dialog("Once more?")', /"Once more\?".*yes/],
  ] as const)
    assert.throws(() => h(`while (${ask}) { }`), { code: "ERR_PATCH_DISPLAY", message });
  h('for i = 1, 500 { boolean_dialog("This one?")  boolean_dialog("Or that one?") }');
  dialogs.length = 0;
  asOnADisplay();
});

test("quit() is refused, and the process lives", () => {
  h("proc leave() { quit() }");
  for (const leave of [() => h("quit()"), () => h.leave(), () => h.quit(1)])
    assert.throws(leave, (error) => error instanceof PatchError && error.code === "ERR_PATCH_QUIT");
  assert.equal(h.Vector(3, 1).sum(), 3);
});

test("questions are answered as it was said, and kept", () => {
  const text = h.ref("before");
  asOnADisplay({ yes: true, answer: "given" });
  assert.equal(h.boolean_dialog("Sure?"), 1);
  assert.equal(h.string_dialog("Name?", text), 1);
  assert.equal(text[0], "given");
  h('strdef asked\nasked = "x"\nstring_dialog("HOC?", asked)');
  assert.equal(h.asked, "given");
  assert.deepEqual(
    dialogs.map(({ kind, message, answer }) => [kind, message, answer]),
    [
      ["boolean", "Sure?", true],
      ["string", "Name?", "given"],
      ["string", "HOC?", "given"],
    ],
  );
});
