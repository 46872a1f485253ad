// Boxes, decks, the window manager and sessions without a display.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ArgumentRangeError, ArgumentTypeError, p } from "nrn-patch";
import { panels } from "nrn-patch/plot";
import { manager } from "./manager.js";
import { file, h, printed } from "./support.js";

h(`begintemplate Tool
public box, graph, n
objref box, graph, this
create soma
proc init() {
  box = new VBox()
  box.intercept(1)
  xpanel("Inner")
  xbutton("one more", "n += 1")
  xpanel()
  graph = new Graph()
  box.intercept(0)
  if ($1) { box.ref(this) }
  box.map("The tool")
}
endtemplate Tool
objref tool`);

describe("a box", () => {
  test("is one window, whatever stands in it", () => {
    h("tool = new Tool(0)");
    assert.equal(manager.count(), 1);
    assert.equal(manager.name(0), "The tool");
    assert.deepEqual(
      panels().map(({ title, window }) => [title, window]),
      [["Inner", "The tool"]],
    );
    assert.equal(h.tool.graph.description.title, "The tool");
    assert.equal(h.tool.box.ismapped(), true);
    h("objref tool");
    assert.equal(manager.count(), 0);
    assert.deepEqual(panels(), []);
  });

  test("gives its title to what stands in it, however deep, also in a box without one", () => {
    const [outer, inner] = [h.VBox(), h.HBox()];
    outer.intercept(1);
    inner.intercept(1);
    const [first, later, shape] = [h.Graph(), h.Graph(0), h.PlotShape(0)];
    later.view(0, 0, 1, 1, 0, 0, 300, 200);
    shape.view(0, 0, 1, 1, 0, 0, 300, 200);
    inner.intercept(0);
    inner.map();
    outer.intercept(0);
    outer.map("Outer");
    const alone = h.Graph();
    const titles = () => [first, later, shape, alone].map(({ description }) => description.title);
    assert.deepEqual(titles(), ["Outer", "Outer", "Outer", ""]);
    outer.unmap();
    assert.deepEqual(titles(), ["Outer", "Outer", "Outer", ""]);
  });

  test("with ref keeps the object whose window it is until it is closed", () => {
    h("tool = new Tool(1)\nobjref tool");
    const tools = h.List("Tool");
    assert.equal(tools.count(), 1);
    const { graph } = tools[0];
    assert.equal(graph.view_count(), 1);
    manager.close(0);
    assert.equal(tools.count(), 0);
    assert.deepEqual([manager.count(), [...h.allsec()].length], [0, 0]);
  });

  test("unmapped by its own object, in a loop over all of them", () => {
    for (let i = 0; i < 3; i++) h("tool = new Tool(1)");
    h('objref tool, tools\ntools = new List("Tool")\nwhile (tools.count) tools.object(0).box.unmap()');
    assert.deepEqual([h.tools.count(), manager.count()], [0, 0]);
  });

  test("closed by the window manager does what the model asked for, unmapped by the model does not", () => {
    h("dismissed = 0");
    for (const close of [true, false]) {
      const box = h.VBox();
      box.map("Watched");
      box.dismiss_action("dismissed += 1");
      if (close) manager.close(0);
      else box.unmap();
      assert.equal(h.dismissed, 1);
      assert.equal(box.ismapped(), false);
    }
  });

  test("boxes in boxes, and a deck that shows one card", () => {
    const [outer, inner, deck] = [h.HBox(), h.VBox(), h.Deck()];
    outer.intercept(1);
    inner.intercept(1);
    h.xpanel("A");
    h.xpanel();
    inner.intercept(0);
    inner.map();
    deck.intercept(1);
    for (const title of ["B", "C"]) {
      h.xpanel(title);
      h.xpanel();
    }
    deck.intercept(0);
    deck.map();
    deck.flip_to(1);
    outer.intercept(0);
    outer.map("Outer");
    assert.equal(manager.count(), 1);
    assert.deepEqual(
      panels().map(({ title, window }) => [title, window]),
      [
        ["A", "Outer"],
        ["B", "Outer"],
        ["C", "Outer"],
      ],
    );
    deck.remove_last();
    deck.remove(0);
    assert.deepEqual(
      panels().map(({ title }) => title),
      ["A"],
    );
    outer.unmap();
    assert.deepEqual([manager.count(), panels().length], [0, 0]);
  });

  test("what holds on to boxes is not looked into by references()", () => {
    const [box, vector] = [h.VBox(), h.Vector(1)];
    box.map("Box");
    box.ref(vector);
    assert.match(
      printed(() => h.StringFunctions().references(vector)),
      /references/,
    );
  });
});

describe("the window manager", () => {
  test("counts, hides, shows and groups windows", () => {
    const group = h.Vector(1);
    const [first, second] = [h.Graph(), h.Graph()];
    assert.equal(manager.count(), 2);
    manager.hide(1);
    assert.deepEqual([manager.is_mapped(0), manager.is_mapped(1)], [true, false]);
    manager.map(1);
    assert.equal(manager.is_mapped(1), true);
    assert.equal(manager.group(0), null);
    assert.equal(manager.group(0, group), group);
    assert.equal(manager.group(0), group);
    assert.throws(() => manager.close(2), ArgumentRangeError);
    assert.throws(() => manager.hide("x"), ArgumentTypeError);
    manager.close(0);
    assert.deepEqual([first.view_count(), second.view_count()], [0, 1]);
  });

  const all = () => Array.from({ length: manager.count() }, (_, i) => [manager.name(i), manager.is_mapped(i)]);

  // What a display says, after the same (NEURON 9.0.2 on an X server).
  test("has a window of its own, as on a display", () => {
    h.load_file("nrngui.hoc");
    const start = [
      ["NEURON Main Menu", true],
      ["Print & File Window Manager", false],
    ];
    assert.deepEqual(all(), start);
    assert.deepEqual([manager.leader(), manager.manager()], [0, 1]);
    const [first, second] = [h.Graph(), h.Graph()];
    assert.equal(manager.count(), 4);
    manager.hide(3);
    manager.close(3);
    manager.close(2);
    assert.deepEqual([first.view_count(), second.view_count()], [0, 0]);
    manager.close(1);
    assert.deepEqual(all(), start);
    manager.map(1);
    assert.equal(manager.is_mapped(1), true);
    manager.close(1);
    assert.deepEqual(all(), start);
    h.pwman_place(0, 0, 0);
    assert.deepEqual(all(), start);
    const [box, deck] = [h.VBox(), h.Deck()];
    box.map();
    deck.map("dd");
    assert.deepEqual(all(), [...start, ["NEURON", true], ["dd", true]]);
  });

  test("without other windows its own is the first", () => {
    assert.equal(h.PWManager().count(), 1);
    assert.deepEqual([manager.manager(), manager.leader()], [0, 0]);
    h.xpanel("P");
    h.xpanel();
    assert.deepEqual(all(), [
      ["Print & File Window Manager", false],
      ["P", true],
    ]);
  });

  test("the main menu's list of windows shows and hides them", () => {
    h.mapped_nrnmainmenu_ = 0;
    h.nrnmainmenu();
    const graph = h.Graph();
    const menu = () => panels()[0]?.items.find(({ label }) => label === "Window") as any;
    assert.deepEqual(
      menu().items.map(({ label }: any) => label),
      ["Print & File Window Manager", "Ungrouped", String(graph), "---------", "Group Manager"],
    );
    menu().items[2].press();
    assert.equal(manager.is_mapped(2), false);
    menu().items[1].items[0].press();
    assert.equal(manager.is_mapped(2), true);
    menu().items[4].press();
  });

  test("the idiom by which models close what they opened", () => {
    const before = h.Graph();
    h(
      "objref manager_, extra[3]\nmanager_ = new PWManager()\nfirst_ = manager_.count\nfor i = 0, 2 extra[i] = new Graph()",
    );
    h("for (i = manager_.count - 1; i >= first_; i -= 1) manager_.close(i)");
    assert.equal(manager.count(), 1);
    assert.equal(before.view_count(), 1);
    h("objref extra[3], manager_");
  });

  test("saving and printing say so once, and do no harm", () => {
    const said = printed(() => {
      for (let i = 0; i < 2; i++) {
        h.save_session(file("s.ses"));
        h.print_session();
        manager.save(file("s.ses"), 1);
        manager.printfile(file("s.ps"), 0);
      }
    });
    for (const name of ["save_session", "print_session", "PWManager.save", "PWManager.printfile"])
      assert.equal(said.split(`nrn-patch: ${name}: `).length, 2, name);
  });
});

test("a session opens its Graphs and panels", () => {
  const session = file(
    "model.ses",
    `{load_file("stdrun.hoc")}
objectvar save_window_, rvp_
objectvar scene_vector_[4]
objectvar ocbox_, ocbox_list_, scene_, scene_list_
{ocbox_list_ = new List()  scene_list_ = new List()}
{pwman_place(0,0,0)}
{
xpanel("RunControl", 0)
v_init = -65
xvalue("Init","v_init", 1,"stdinit()", 1, 1 )
xbutton("Init & Run","run()")
xpanel(100,100)
}
{
save_window_ = new Graph(0)
save_window_.size(0,2,-80,40)
scene_vector_[2] = save_window_
{save_window_.view(0, -80, 2, 120, 300, 100, 300, 200)}
graphList[0].append(save_window_)
save_window_.save_name("graphList[0].")
save_window_.addexpr("v(.5)", 1, 1, 0.8, 0.9, 2)
}
objectvar scene_vector_[1]
{doNotify()}
`,
  );
  h("create soma\naccess soma");
  h.tstop = 2;
  h.load_file(session);
  const control = panels().find(({ title }) => title === "RunControl");
  const button = control?.item("Init & Run");
  assert.ok(button?.kind === "button");
  button.press();
  const [graph] = h.graphList[0];
  assert.equal(graph.lines[0].x.length, 81);
  assert.deepEqual(graph.description.view, { left: 0, right: 2, bottom: -80, top: 40 });
  h.graphList[0].remove_all();
  h("objref save_window_");
});

test("p.clear() closes the windows, and what only they held goes with them", () => {
  h("tool = new Tool(1)\nobjref tool\ndismissed = 0");
  const box = h.VBox();
  box.map("Watched");
  box.dismiss_action("dismissed = 1");
  p.clear();
  assert.deepEqual([manager.count(), panels().length, h.List("Tool").count(), h.dismissed], [0, 0, 0, 0]);
});

test("text editors, browsers, choosers and fields of their own", () => {
  const editor = h.TextEditor("before");
  assert.equal(editor.text(), "before");
  assert.equal(editor.text("after"), "after");
  assert.equal(editor.readonly(1), true);
  editor.map("Notes");
  const list = h.List();
  list.append(h.Vector(1));
  list.browser("Vectors");
  list.select(0);
  assert.equal(list.selected(), 0);
  assert.throws(() => list.select(5), ArgumentRangeError);
  assert.equal(h.SymChooser("Which?").run(), 0);
  h.SectionBrowser().select_action("print 1");
  h.ValueFieldEditor("t", "t").default();
  assert.deepEqual([manager.name(0), manager.name(1)], ["Notes", "Vectors"]);
});

test("browsers of lists and sections are panels of names: a press chooses, another one accepts", () => {
  h(`begintemplate Named
public label
strdef label
proc init() { label = $s1 }
endtemplate Named
objref named
strdef shown_
chosen_ = -1
accepted_ = -1
proc name_it() { sprint(shown_, "number %d", $1) }
named = new List()
named.append(new Named("first"))
named.append(new Named("second"))
named.browser("By member", "label")
named.select_action("chosen_ = hoc_ac_")
named.accept_action("accepted_ = hoc_ac_")`);
  const [members] = panels();
  const labels = () =>
    panels()
      .at(-1)
      ?.items.map(({ label }) => label);
  assert.deepEqual([members?.title, labels()], ["By member", ["first", "second"]]);
  const press = (label: string) => {
    const item = panels().at(-1)?.item(label);
    if (item?.kind === "radio") item.press();
    return [h.chosen_, h.accepted_, h.named.selected()];
  };
  assert.deepEqual(press("second"), [1, -1, 1]);
  assert.deepEqual(press("second"), [1, 1, 1]);
  const second = panels().at(-1)?.item("second");
  assert.ok(second?.kind === "radio" && second.isChosen);
  h('named.append(new Named("third"))');
  assert.deepEqual(labels(), ["first", "second", "third"]);
  h('named.browser("By statement", shown_, "name_it(hoc_ac_)")');
  assert.deepEqual(labels(), ["number 0", "number 1", "number 2"]);
  h.named.browser("By function", () => `item ${h.hoc_ac_}`);
  assert.deepEqual(labels(), ["item 0", "item 1", "item 2"]);
  h('named.browser("Broken", shown_, "no_such_proc(hoc_ac_)")');
  assert.deepEqual(labels(), ["label error", "label error", "label error"]);

  const [soma, dend] = [p.Section({ name: "soma" }), p.Section({ name: "dend", L: 50 })];
  const browser = h.SectionBrowser();
  assert.deepEqual(labels(), ["soma", "dend"]);
  browser.accept_action("chosen_ = L");
  assert.equal(press("dend")[0], 50);
  browser.select_action((section: unknown) => (h.chosen_ = section === soma ? 7 : 8));
  assert.equal(press("soma")[0], 7);
  dend.dispose();
  assert.deepEqual(labels(), ["soma"]);
});
