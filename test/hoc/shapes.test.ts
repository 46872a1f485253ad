// Shape, PlotShape and PPShape without a display: what they show, as data; the model stays as it is.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { ArgumentRangeError, ArgumentTypeError } from "nrn-patch";
import { clean, close, h, names, printed } from "./support.js";

afterEach(clean);

function cell() {
  const [soma, dend] = [h.Section("soma"), h.Section("dend")];
  dend.connect(soma(1));
  [dend.L, dend.nseg] = [200, 5];
  return { soma, dend };
}

describe("a PlotShape", () => {
  test("shows all sections, or those of a list, by a variable and a scale", () => {
    const { soma, dend } = cell();
    const all = h.PlotShape();
    const some = h.PlotShape(h.SectionList([dend]), 0);
    assert.deepEqual(names(all.description.sections), ["soma", "dend"]);
    assert.deepEqual(some.description.sections, [dend]);
    assert.deepEqual([all.description.variable, all.description.scale], ["v", [-80, 40]]);
    all.variable("cm");
    all.scale(0, 2);
    all.show(2);
    assert.deepEqual(
      [all.description.variable, all.description.scale, all.description.mode],
      ["cm", [0, 2], "schematic"],
    );
    assert.equal(all.show(), 2);
    all.observe(h.SectionList([soma]));
    assert.deepEqual(all.description.sections, [soma]);
    all.observe();
    assert.equal(all.description.sections.length, 2);
  });

  test("changes nothing in the model, as in Python without a display", () => {
    const { dend } = cell();
    const before = [...dend].map((seg: any) => seg.area());
    const shape = h.PlotShape();
    shape.flush();
    h.doNotify();
    assert.equal(dend.n3d(), 0);
    assert.deepEqual(
      [...dend].map((seg: any) => seg.area()),
      before,
    );
  });

  test("colours, a colour scale of its own, squares, longer sections, and a turn", () => {
    const { soma, dend } = cell();
    const shape = h.PlotShape();
    shape.color(2, { sec: soma });
    shape.color(3, dend(0.5));
    shape.colormap(2);
    shape.colormap(0, 0, 0, 255);
    shape.colormap(1, 255, 0, 0);
    shape.hinton(soma(0.5)._ref_v, 1, 2, 3);
    shape.len_scale(2, { sec: dend });
    shape.rotate(0, 0, 0, 0, 0, Math.PI / 2);
    const { colors, colormap, squares, lengths, rotation } = shape.description;
    assert.deepEqual(
      colors.map(({ section, x, ink }: any) => [String(section), x, ink.css]),
      [
        ["soma", undefined, "red"],
        ["dend", 0.5, "blue"],
      ],
    );
    assert.deepEqual(colormap, ["#0000ff", "#ff0000"]);
    assert.deepEqual(squares, [{ value: soma(0.5).v, x: 1, y: 2, size: 3 }]);
    assert.deepEqual([...lengths], [[dend, 2]]);
    // A quarter of a turn about z takes x to y.
    close(
      rotation.map((row: number[]) => row[0]),
      [0, 1, 0],
      1e-12,
    );
    shape.color_all(4);
    assert.deepEqual(new Set(shape.description.colors.map(({ ink }: any) => ink.css)), new Set(["green"]));
  });

  test("lines, marks, labels and a view, in µm", () => {
    cell();
    const shape = h.PlotShape();
    assert.equal(shape.description.hasView, false);
    shape.size(-10, 300, -50, 50);
    shape.beginline("scale", 2, 3);
    shape.line(0, 0);
    shape.line(100, 0);
    shape.mark(5, 5, "o");
    shape.label(0.1, 0.9, "cell");
    const { view, hasView, lines, marks, labels } = shape.description;
    assert.deepEqual([view, hasView], [{ left: -10, right: 300, bottom: -50, top: 50 }, true]);
    assert.deepEqual([lines.length, marks.length, labels.length], [1, 1, 1]);
    shape.erase_all();
    assert.equal(shape.description.lines.length, 0);
  });

  test("sections that are deleted meanwhile are not shown", () => {
    const { soma, dend } = cell();
    const shape = h.PlotShape(h.SectionList([soma, dend]));
    shape.color(2, { sec: dend });
    dend.dispose();
    const { sections, colors } = shape.description;
    assert.deepEqual([sections, colors], [[soma], []]);
  });

  test("wrong use is named", () => {
    cell();
    const shape = h.PlotShape();
    assert.throws(() => shape.scale(1, 0), ArgumentRangeError);
    assert.throws(() => shape.show(7), ArgumentRangeError);
    assert.throws(() => shape.observe(h.Vector()), ArgumentTypeError);
    assert.throws(() => h.PlotShape(h.Vector()), ArgumentTypeError);
    assert.throws(() => shape.hinton(5, 1, 2, 3), ArgumentTypeError);
  });
});

describe("a Shape", () => {
  test("marks processes and places, and selects a section", () => {
    const { soma, dend } = cell();
    const [shape, clamp] = [h.Shape(), h.IClamp(dend(0.7))];
    shape.point_mark(clamp, 2, "s", 5);
    shape.point_mark(0.25, 3, { sec: soma });
    assert.deepEqual(
      shape.description.places.map(({ section, x, style, size, ink }: any) => [
        String(section),
        x,
        style,
        size,
        ink.css,
      ]),
      [
        ["dend", 0.7, "s", 5, "red"],
        ["soma", 0.25, "O", 8, "blue"],
      ],
    );
    shape.point_mark_remove(clamp);
    assert.equal(shape.description.places.length, 1);
    assert.equal(shape.selected_seg(), null);
    assert.equal(shape.push_selected(), -1);
    shape.select({ sec: dend });
    assert.equal(String(shape.selected_seg()), "dend(0.5)");
    assert.equal(shape.push_selected(), 0.5);
    assert.equal(String(h.cas()), "soma");
    h("objref shape_");
    h.shape_ = shape;
    h("strdef chosen_\nx_ = shape_.push_selected()\nchosen_ = secname()\npop_section()\nobjref shape_");
    assert.deepEqual([h.x_, h.chosen_], [0.5, "_pysec.dend"]); // as NEURON calls what HOC did not make
  });

  test("what needs a mouse says so once", () => {
    cell();
    const shape = h.Shape();
    const said = printed(() => {
      for (let i = 0; i < 2; i++) {
        assert.equal(shape.nearest(0, 0), 1e20);
        assert.equal(shape.nearest_seg(0, 0), null);
        shape.action("print 1");
      }
    });
    for (const name of ["nearest", "Shape.action"]) assert.equal(said.split(`nrn-patch: ${name}: `).length, 2, name);
  });
});

test("a PPShape shows the processes of a List", () => {
  const { dend } = cell();
  const processes = h.List();
  processes.append(h.IClamp(dend(0.5)));
  const shape = h.PPShape(processes);
  shape.append(h.ExpSyn(dend(0.9)));
  assert.deepEqual(
    shape.description.places.map(({ x }: any) => x),
    [0.5, 0.9],
  );
});
