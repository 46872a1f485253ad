// Panels without a display: what the model puts in them can be looked at, pressed and set.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import { inspect } from "node:util";
import { ArgumentRangeError, ArgumentTypeError, DisposedError, HocError, SimulationError } from "nrn-patch";
import { type Field, type Panel, panels as typedPanels } from "nrn-patch/plot";
import { closeAll } from "#display";
import { clean, close, h, printed } from "./support.js";

h.load_file("stdrun.hoc");
const panels = typedPanels as () => any[];
afterEach(() => {
  closeAll();
  clean();
});
const kinds = (panel: any) => [...panel.all()].map(({ kind, label }: any) => [kind, label]);

describe("a panel", () => {
  test("has its items in order, menus with theirs, and is found by label", () => {
    h(`flag = 1
amount = 4
xpanel("All", 1)
xlabel("a label")
xbutton("press", "amount = 5")
xvalue("Amount", "amount", 1, "flag = 2")
xfixedvalue("Shown", "amount")
xcheckbox("Tick", &flag)
xstatebutton("Stay", &flag)
xslider(&amount, 0, 10)
xmenu("Menu")
xbutton("inner", "flag = 7")
xmenu("Deeper")
xradiobutton("one", "flag = 1")
xradiobutton("two", "flag = 2", 1)
xmenu()
xmenu()
xpanel()`);
    const [panel] = panels();
    assert.deepEqual([panel.title, panel.window, panel.isHorizontal], ["All", "All", true]);
    assert.deepEqual(kinds(panel), [
      ["label", "a label"],
      ["button", "press"],
      ["field", "Amount"],
      ["field", "Shown"],
      ["toggle", "Tick"],
      ["toggle", "Stay"],
      ["slider", ""],
      ["menu", "Menu"],
      ["button", "inner"],
      ["menu", "Deeper"],
      ["radio", "one"],
      ["radio", "two"],
    ]);
    assert.equal(panel.item("press").command, "amount = 5");
    assert.throws(() => panel.item("Pres"), { message: /The panel "All" has no "Pres"\. Did you mean "press"\?/ });
    panel.item("press").press();
    assert.equal(h.amount, 5);
    panel.item("inner").press();
    assert.equal(h.flag, 7);
  });

  test("fields read the model, and setting one does what the model does then", () => {
    h(`amount = 4
times = 0
xpanel("F")
xvalue("Amount", "amount", 1, "times += 1")
xvalue("amount")
xpvalue("Pointer", &amount, 1, "times += 10")
xvalue("Shown", "amount", 2)
xslider(&amount, 0, 10, "times += 100")
xpanel()`);
    const [amount, plain, pointer, shown, slider] = panels()[0].items;
    amount.set(6);
    assert.deepEqual([h.amount, h.times], [6, 1]);
    plain.set(7);
    pointer.set(8);
    assert.deepEqual([h.amount, h.times], [8, 11]);
    assert.deepEqual([amount.get(), plain.get(), pointer.get(), shown.get(), slider.get()], [8, 8, 8, 8, 8]);
    slider.set(9.5);
    assert.deepEqual([h.amount, h.times, slider.min, slider.max], [9.5, 111, 0, 10]);
    assert.throws(() => slider.set(11), ArgumentRangeError);
    assert.throws(() => shown.set(1), { message: /only shows/ });
    for (const wrong of [Number.NaN, Infinity]) assert.throws(() => amount.set(wrong), ArgumentRangeError);
    assert.throws(() => amount.set("3"), ArgumentTypeError);
    assert.equal(h.amount, 9.5);
  });

  test("a field of a section's geometry tells NEURON of it", () => {
    h("create cable\naccess cable");
    h("L = 100\ndiam = 2");
    h(`xpanel("G")\nxvalue("L")\nxvalue("diam", "diam")\nxvalue("nseg", "nseg")\nxpanel()`);
    const [length, diam, nseg] = panels()[0].items as Field[];
    const area = () => h.area(0.5, { sec: h.cable });
    close(area(), Math.PI * 200, 1e-9);
    length?.set(200);
    diam?.set(4);
    close(area(), Math.PI * 800, 1e-9);
    nseg?.set(4);
    assert.equal(h.cable.nseg, 4);
    assert.equal(nseg?.get(), 4);
  });

  test("a field of a range variable is the current section's, unless it is told to stay where it is", () => {
    h("create one, two\nforall insert pas");
    h(`one {\nxpanel("R")\nxvalue("g_pas")\nxvalue("here", "g_pas(.5)", 0, "", 0, 1)\nxpanel()\n}`);
    const [current, here] = panels()[0].items;
    h("access two");
    current.set(0.25);
    here.set(0.5);
    assert.deepEqual([h.one(0.5).pas.g, h.two(0.5).pas.g], [0.5, 0.25]);
    h("one { delete_section() }");
    assert.ok(Number.isNaN(here.get()));
    assert.throws(() => here.set(1), DisposedError);
  });

  test("ticks and buttons that stay pressed are variables of 0 and 1", () => {
    h(`flag = 0\ntimes = 0\nxpanel("T")\nxcheckbox("Tick", &flag, "times += 1")\nxpanel()`);
    const [tick] = panels()[0].items;
    assert.equal(tick.get(), false);
    tick.set(true);
    assert.deepEqual([h.flag, h.times], [1, 1]);
    tick.set(true);
    assert.equal(h.times, 1);
    tick.press();
    assert.deepEqual([h.flag, h.times], [0, 2]);
    assert.throws(() => tick.set(1), ArgumentTypeError);
  });

  test("prints as what it is", () => {
    h(`flag = 1\namount = 4
xpanel("P")
xbutton("press", "amount = 5")
xvalue("Amount", "amount")
xmenu("Menu")
xcheckbox("Tick", &flag)
xmenu()
xlabel("words")
xpanel()`);
    assert.equal(
      inspect(panels()[0]),
      [
        'panel "P"',
        '  button "press": amount = 5',
        '  field "Amount" = 4',
        '  menu "Menu"',
        '    toggle "Tick" = true',
        '  label "words"',
      ].join("\n"),
    );
  });

  test("of a group of radio buttons one is chosen", () => {
    h(`xpanel("R")
xradiobutton("a", "1")
xradiobutton("b", "1", 1)
xlabel("between")
xradiobutton("c", "1")
xpanel()`);
    const [a, b, , c] = panels()[0].items;
    assert.deepEqual(
      [a, b, c].map(({ isChosen }) => isChosen),
      [false, true, false],
    );
    a.press();
    c.press();
    assert.deepEqual(
      [a, b, c].map(({ isChosen }) => isChosen),
      [true, false, true],
    );
  });

  test("a menu that the model fills when it is opened is filled at each look", () => {
    h(`strdef entry
entries = 1
proc fill() { local i
  for i = 1, entries { sprint(entry, "entry %d", i)  xbutton(entry, "entries = 5") }
}
xpanel("D")
xmenu("dynamic", "fill()")
xpanel()`);
    const [menu] = panels()[0].items;
    assert.deepEqual(
      menu.items.map(({ label }: any) => label),
      ["entry 1"],
    );
    h.entries = 2;
    assert.deepEqual(
      menu.items.map(({ label }: any) => label),
      ["entry 1", "entry 2"],
    );
    panels()[0].item("entry 2").press();
    assert.equal(h.entries, 5);
  });

  test("labels that follow a string", () => {
    h(`strdef said
said = "one"
xpanel("L")
xvarlabel(said)
xpanel()
begintemplate Speaker
public s
strdef s
proc init() { s = "mine"  xpanel("S")  xvarlabel(s)  xpanel() }
endtemplate Speaker
objref speaker
speaker = new Speaker()`);
    const [first, second] = panels().map((panel) => panel.items[0]);
    h('said = "two"\nspeaker.s = "yours"');
    assert.deepEqual([first.label, second.label], ["two", "yours"]);
    h("objref speaker");
    assert.equal(second.label, "mine");
  });

  test("commands run in the object whose panel it is, as long as there is one", () => {
    h(`begintemplate Electrode_
public amp
proc init() { amp = 1  xpanel("E")  xbutton("double", "amp *= 2")  xvalue("amp")  xpanel() }
endtemplate Electrode_
objref electrode
electrode = new Electrode_()`);
    const [button, field] = panels()[0].items;
    button.press();
    field.set(field.get() * 3);
    assert.equal(h.electrode.amp, 6);
    assert.equal(button.owner, String(h.electrode));
    h("objref electrode");
    assert.throws(() => button.press(), DisposedError);
    assert.throws(() => field.set(1), DisposedError);
    assert.ok(Number.isNaN(field.get()));
  });
});

describe("from JavaScript", () => {
  test("functions, with arguments too, cells of h.ref and properties of objects", () => {
    const seen: unknown[] = [];
    const [cell, owner] = [h.ref(1), { gain: 2, name: "Ada" }];
    const text = h.ref("hello");
    h.xpanel("JavaScript");
    h.xbutton("call", () => seen.push("called"));
    h.xbutton("tuple", [(...args: unknown[]) => seen.push(args), [1, "two"]]);
    h.xvalue("cell", cell, 1, () => seen.push("set"));
    h.xvalue("gain", [owner, "gain"]);
    h.xslider(cell, 0, 5);
    h.xcheckbox("tick", [owner, "gain"]);
    h.xvarlabel(text);
    h.xvarlabel([owner, "name"]);
    h.xvalue("pointer", h._ref_tstop);
    h.xpanel();
    const [call, tuple, field, gain, slider, tick, label, name, pointer] = panels()[0].items;
    call.press();
    tuple.press();
    field.set(4);
    gain.set(3);
    assert.deepEqual([seen, cell[0], owner.gain], [["called", [1, "two"], "set"], 4, 3]);
    slider.set(5);
    assert.deepEqual([cell[0], field.get()], [5, 5]);
    tick.press();
    assert.equal(owner.gain, 0);
    text[0] = "changed";
    owner.name = "Grace";
    assert.deepEqual([label.label, name.label], ["changed", "Grace"]);
    pointer.set(77);
    assert.equal(h.tstop, 77);
  });

  test("what throws in an action comes out as it is; a promise is refused", () => {
    const mine = new RangeError("mine");
    h.xpanel("Throws");
    h.xbutton("throw", () => {
      throw mine;
    });
    h.xbutton("wait", async () => {});
    h.xbutton("hoc", 'execerror("no", "never")');
    h.xpanel();
    const [thrower, waits, hoc] = panels()[0].items;
    for (let i = 0; i < 3000; i++)
      assert.throws(
        () => thrower.press(),
        (error) => error === mine,
      );
    assert.throws(() => waits.press(), ArgumentTypeError);
    assert.throws(() => hoc.press(), { name: "HocError", message: /no/ });
  });

  test("nothing is pressed in the middle of a run", () => {
    const soma = h.Section("soma");
    h.xpanel("Run");
    h.xbutton("button", "t");
    h.xpanel();
    const [button] = panels()[0].items;
    let caught: unknown;
    const handler = h.FInitializeHandler(() => {
      try {
        button.press();
      } catch (error) {
        caught = error;
      }
    });
    h.finitialize(-65);
    handler.dispose();
    soma.dispose();
    assert.ok(caught instanceof SimulationError, String(caught));
  });

  test("wrong use says what is wrong, and the next panel is right", () => {
    assert.throws(() => h.xbutton("outside", "1"), { name: "HocError", message: /no panel is open/ });
    assert.throws(() => h.xpanel(), HocError);
    h.xpanel("never ended");
    assert.throws(() => h.xpanel("next"), { message: /"never ended" was never ended/ });
    h.xpanel("good");
    assert.throws(() => h.xbutton(), ArgumentTypeError);
    assert.throws(() => h.xbutton("label", 5), ArgumentTypeError);
    assert.throws(() => h.xcheckbox("label", 5), ArgumentTypeError);
    assert.throws(() => h.xvalue("label", {}), ArgumentTypeError);
    h.xmenu("open");
    assert.throws(() => h.xpanel(), { message: /menu "open" was never ended/ });
    assert.deepEqual(
      panels().map(({ title }: Panel) => title),
      ["good"],
    );
  });
});

describe("NEURON's own panels", () => {
  test("Init & Run is pressed, and Tstop set", () => {
    h.load_file("nrngui.hoc");
    h.nrncontrolmenu();
    const soma = h.Section("soma").insert("hh");
    const v = h.Vector().record(soma(0.5)._ref_v);
    const control = panels().find(({ title }) => title === "RunControl");
    control.item("Tstop").set(3);
    control.item("Init & Run").press();
    close(h.t, 3, 1e-9);
    assert.equal(v.size(), 121);
    control.item("Init").set(-70);
    assert.deepEqual([h.v_init, soma(0.5).v], [-70, -70]);
    assert.equal(h.graphList[0].count(), 0);
    h.newPlotV();
    control.item("Init & Run").press();
    assert.equal(h.graphList[0].count(), 1);
    assert.equal(h.graphList[0][0].lines[0].x.length, 121);
  });

  test("the menus of sections, processes and mechanisms have the items and the numbers of a display", () => {
    h.load_file(join("test", "hoc", "panels.hoc"));
    const item = (it: any) =>
      it.kind === "field" ? ["field", it.label, Number(it.get().toPrecision(6))] : [it.kind, it.label];
    const ours = panels().map((panel) => [panel.title, ...[...panel.all()].map(item)]);
    const theirs = JSON.parse(readFileSync(join("test", "hoc", "panels.json"), "utf8"));
    assert.equal(theirs.length, 19);
    for (const [i, panel] of theirs.entries()) assert.deepEqual(ours[i], panel);
    assert.equal(ours.length, theirs.length);
    const chosen = panels().at(-1).items[2].items.at(-1);
    assert.equal(chosen.command, "hoc_ac_ = 7 print hoc_ac_");
    assert.equal(printed(() => chosen.press()).trim(), "7");
    panels().at(-1).item("IClamp").press();
    panels().at(-1).item("soma(0.5)").press();
    panels().at(-1).item("amp").set(0.75);
    assert.equal(h.clamp.amp, 0.75);
    h("objref clamp, stim, type");
  });

  test("a field for all of a section sets all of it", () => {
    const soma = h.Section("soma").insert("hh");
    soma.nseg = 3;
    h.nrnsecmenu(-1, 1, { sec: soma });
    panels().at(-1).item("gnabar_hh").set(0.3);
    panels().at(-1).item("Ra").set(100);
    assert.deepEqual(
      [...soma].map((seg: any) => seg.hh.gnabar),
      [0.3, 0.3, 0.3],
    );
    assert.equal(soma.Ra, 100);
    const field = panels().at(-1).item("cm");
    soma.dispose();
    assert.ok(Number.isNaN(field.get()));
    assert.throws(() => field.set(1), DisposedError);
    assert.throws(() => h.nrnallpointmenu(99), ArgumentRangeError);
    assert.throws(() => h.nrnpointmenu(h.Vector(1)), {
      name: "TypeError",
      message: /expected a point process/,
    });
  });

  test("the list of all sections opens what is chosen above it", () => {
    const [soma, dend] = [h.Section("soma").insert("hh"), h.Section("dend").insert("pas")];
    h.nrnallsectionmenu();
    const list = panels().at(-1);
    assert.deepEqual(kinds(list).slice(0, 4), [
      ["toggle", "Parameters"],
      ["toggle", "States"],
      ["toggle", "Assigned"],
      ["menu", "Mechanisms"],
    ]);
    list.item("States").press();
    list.item("pas").press();
    list.item(String(dend)).press();
    list.item(String(soma)).press();
    assert.deepEqual(
      panels()
        .slice(-4)
        .map(({ title }) => title),
      ["dend(0 - 1) (Parameters)", "dend(0.5) (States)", "soma(0 - 1) (Parameters)", "soma(0.5) (States)"],
    );
    assert.deepEqual(
      kinds(panels().at(-4)).map(([, label]: any) => label),
      ["dend(0 - 1) (Parameters)", "nseg = 1", "L", "Ra", "diam", "cm"],
    );
  });

  test("what a list of mechanisms and a mechanism's values do when they are used", () => {
    const seen: unknown[] = [];
    const type = h.MechanismType(0);
    type.action((...args: unknown[]) => seen.push(args));
    h.xpanel("Types");
    type.menu();
    h.xpanel();
    panels().at(-1).item("pas").press();
    assert.deepEqual(seen, [[type, 2]]);
    const standard = h.MechanismStandard("hh", 1);
    h("set_ = -1");
    standard.action("set_ = hoc_ac_");
    standard.panel();
    assert.deepEqual(kinds(panels().at(-1))[0], ["label", "hh"]);
    panels().at(-1).item("gl_hh").set(0.5);
    assert.deepEqual([h.set_, standard.get("gl_hh")], [2, 0.5]);
    standard.action((...args: unknown[]) => seen.push(args));
    standard.panel("by a function");
    panels().at(-1).item("gkbar_hh").set(0.25);
    assert.deepEqual(seen[1], [standard, 1, 0]);
  });

  test("the parameters of a section, a process and a mechanism", () => {
    const soma = h.Section("soma").insert("hh");
    const clamp = h.IClamp(soma(0.5));
    h.nrnsecmenu(0.5, 1, { sec: soma });
    h.nrnpointmenu(clamp);
    h.nrnglobalmechmenu("hh");
    const [section, process, mechanism] = panels();
    assert.equal(section.title, "soma(0.5) (Parameters)");
    section.item("gnabar_hh").set(0.2);
    assert.equal(soma(0.5).hh.gnabar, 0.2);
    process.item("amp").set(0.7);
    assert.equal(clamp.amp, 0.7);
    assert.equal(mechanism.title, "hh (Globals)");
    mechanism.item("usetable_hh");
    h.nrnsecmenu(-1, 1, { sec: soma });
    panels().at(-1).item("L").set(33);
    assert.equal(soma.L, 33);
    const standard = h.MechanismStandard("hh", 1);
    standard.panel("Standard");
    panels().at(-1).item("gkbar_hh").set(0.9);
    assert.equal(standard.get("gkbar_hh"), 0.9);
  });
});

test("dialogs are answered by policy, and say so once", () => {
  const text = h.ref("before");
  const said = printed(() => {
    for (let i = 0; i < 2; i++) {
      assert.equal(h.boolean_dialog("Sure?"), 0);
      assert.equal(h.string_dialog("Name?", text), 0);
      h.continue_dialog("Note this.");
      assert.equal(h.File().chooser(), 0);
    }
  });
  assert.equal(text[0], "before");
  for (const name of ["boolean_dialog", "string_dialog", "continue_dialog", "File.chooser"])
    assert.equal(said.split(`nrn-patch: ${name}: `).length, 2, name);
});
