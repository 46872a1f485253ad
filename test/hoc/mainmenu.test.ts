// Every item of NEURON's main menu is pressed without a display: each tool opens, and the next simulation is right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { panels } from "nrn-patch/plot";
import { asOnADisplay, windows } from "#display";
import { close, h, printed } from "./support.js";

asOnADisplay();
h.load_file("nrngui.hoc");
// "single compartment" makes and shapes a section called soma.
h("create trunk, twig\naccess trunk\nconnect twig(0), trunk(1)\nobjref stim");
h("trunk { L = 20  diam = 20  insert hh }\ntwig { L = 200  diam = 2  nseg = 5  insert pas }");
h("trunk stim = new IClamp(.5)");
[h.stim.delay, h.stim.dur, h.stim.amp, h.tstop] = [1, 2, 1, 10];

function trace(): number[] {
  const v = h.Vector().record(h.trunk(0.5)._ref_v);
  h.run();
  return [...v];
}

type Item = { kind: string; label: string; items: Item[]; press(): void };
const itemsOf = (path: string[]): Item[] => {
  let items = panels().find(({ title }) => title === "NEURON Main Menu")?.items as unknown as Item[];
  for (const label of path) items = items.find((item) => item.kind === "menu" && item.label === label)?.items as Item[];
  return items;
};
function* paths(path: string[] = []): Generator<[path: string[], label: string]> {
  for (const { kind, label } of itemsOf(path)) {
    if (kind === "menu") yield* paths([...path, label]);
    else yield [path, label];
  }
}

/** What only does something where there is a mouse, a file to choose, a Python … and says so. */
const opensNothing =
  /^(File|Vector > (Save|Retrieve)|Build > (NetWork Cell > From|Channel Builder > import|RxD)|Window|Help)/;

test("each opens its tool, and the model stays what it is", () => {
  const before = trace();
  assert.ok(Math.max(...before) > 20, "the cell fires");
  const all = [...paths()];
  assert.ok(all.length > 70, `${all.length} items`);
  const said = printed(() => {
    for (const [path, label] of all) {
      const name = [...path, label].join(" > ");
      const open = windows.length;
      // The function fitter empties the text that the phase plane's dialog begins with.
      h.temp_string_ = "t";
      const press = () =>
        itemsOf(path)
          .find((item) => item.kind !== "menu" && item.label === label)
          ?.press();
      if (label === "Quit") assert.throws(press, { code: "ERR_PATCH_QUIT" });
      else assert.doesNotThrow(press, name);
      if (!opensNothing.test(name)) assert.equal(windows.length, open + 1, name);
    }
  });
  for (const name of ["File.chooser", "print_session", "Box.dialog", 'nrnpython("import neuron.rxd.gui …")'])
    assert.equal(said.split(`nrn-patch: ${name}: `).length, 2, name);
  assert.ok(windows.every((window) => window.title !== "" || window.constructor.name !== "Panel"));
  h.cvode_active(0);
  close(trace(), before, 1e-9); // the tools have made sections of their own, so the order of additions is another
});

test("the process manager goes from one class to the next, and its mark with the process", () => {
  h('trunk { load_file("pointman.hoc") }\naccess trunk');
  h.makeppm();
  const panel = panels().findLast(({ title }) => title === "PointProcessManager");
  const [shape] = [...h.List("Shape")].slice(-1);
  for (const cls of ["ExpSyn", "AlphaSynapse", "NetStim", "IClamp"]) {
    const item = panel?.item(cls);
    assert.ok(item?.kind === "radio");
    item.press();
    assert.equal(shape.description.places.length, cls === "NetStim" ? 0 : 1, cls);
  }
});
