// What is drawn inside a scope goes with it; what NEURON's library needs for itself outlives p.clear().
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DisposedError, p } from "nrn-patch";
import { panels } from "nrn-patch/plot";
import { manager } from "./manager.js";
import { h } from "./support.js";

h(`begintemplate Tool
public box
objref box, this
create soma
proc init() { box = new VBox()  box.intercept(1)  xpanel("Inner")  xpanel()  box.intercept(0)  box.ref(this)  box.map("The tool") }
endtemplate Tool
objref tool`);

describe("a scope", () => {
  const drawn = () => ["Graph", "PlotShape", "VBox", "Tool"].map((name) => h.List(name).count());
  const show = () => {
    const box = h.VBox();
    box.intercept(1);
    h.xpanel("Inside");
    h.xpanel();
    const graph = h.Graph();
    box.intercept(0);
    box.map("Box");
    h.graphList[0].append(graph);
    h.xpanel("A window of its own");
    h.xpanel();
    return [box, graph, h.PlotShape()];
  };

  test("takes what was drawn inside with it, and out of what run() draws", () => {
    h.pwman_place(0, 0, 0);
    const outside = h.Graph();
    h.graphList[0].append(outside);
    const [, graph] = p.scope(show);
    assert.deepEqual(drawn(), [1, 0, 0, 0]);
    assert.deepEqual([manager.count(), panels(), h.graphList[0].count()], [2, [], 1]);
    assert.throws(() => graph.lines, DisposedError);
    assert.equal(outside.view_count(), 1);
    assert.throws(() =>
      p.scope(() => {
        show();
        throw new Error("mine");
      }),
    );
    assert.deepEqual(drawn(), [1, 0, 0, 0]);
    {
      using model = p.scope();
      show();
      assert.ok(model.isOpen);
      assert.deepEqual(drawn(), [2, 1, 1, 0]);
    }
    assert.deepEqual(drawn(), [1, 0, 0, 0]);
    h.graphList[0].remove_all();
    outside.dispose();
  });

  test("within another one takes only its own", () => {
    const outer = p.scope();
    const first = h.Graph();
    const inner = p.scope();
    show();
    inner.dispose();
    assert.deepEqual(drawn(), [1, 0, 0, 0]);
    show();
    assert.equal(first.view_count(), 1);
    p.scope();
    show();
    outer.dispose();
    assert.deepEqual([...drawn(), manager.count(), panels().length], [0, 0, 0, 0, 0, 0]);
  });

  test("takes what HOC drew: its variables and lists let go of it", () => {
    h("objref before_, inside_, several_[2]\nbefore_ = new Graph()");
    p.scope(() => {
      h("inside_ = new Graph()\nseveral_[1] = new PlotShape()\ntool = new Tool()");
      h("create cable\naccess cable");
      h.newPlotV();
    });
    assert.deepEqual([...drawn(), manager.count(), panels().length, [...h.allsec()].length], [1, 0, 0, 0, 1, 0, 0]);
    assert.deepEqual([h.inside_, h.several_[1], h.tool], [null, null, null]);
    h("objref before_");
  });

  test("leaves what an object from outside holds, with its window closed", () => {
    h("begintemplate Holder\npublic graph\nobjref graph\nendtemplate Holder\nobjref holder\nholder = new Holder()");
    p.scope(() => {
      h.holder.graph = h.Graph();
      h.Graph();
    });
    assert.deepEqual([drawn()[0], h.holder.graph.view_count(), manager.count()], [1, 0, 0]);
    h("objref holder");
  });
});

test("after p.clear() NEURON's own tools are there: its solver's switch, its main menu", () => {
  h.load_file("nrngui.hoc");
  h.newPlotV();
  p.clear();
  assert.deepEqual([h.cvode_active(1), h.cvode_active(0)], [1, 0]);
  h.nrnmainmenu();
  const [main] = panels();
  assert.equal(main?.title, "NEURON Main Menu");
  for (const label of ["VariableStepControl", "Parallel Computing", "CoreNEURON", "Movie Run"]) {
    const item = main?.item(label);
    assert.ok(item?.kind === "button");
    item.press();
  }
  p.clear();
  h.nrnmainmenu();
  assert.equal(panels().length, 1);
  p.scope(() => assert.equal(h.cvode_active(1), 1));
  assert.equal(h.cvode_active(0), 0);
});
