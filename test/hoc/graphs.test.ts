// Graph without a display: what it records is what a Vector records, and what is drawn in it comes back as data.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { ArgumentRangeError, ArgumentTypeError, DisposedError, HocError, NameError } from "nrn-patch";
import { clean, close, h, printed } from "./support.js";

h.load_file("stdrun.hoc");
afterEach(() => {
  h.graphList[0].remove_all();
  clean();
});

function squid() {
  const soma = h.Section("soma").insert("hh");
  [soma.L, soma.diam] = [10, 10];
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 1, 0.3];
  h.tstop = 5;
  return soma;
}
const labels = (graph: any) => graph.lines.map(({ label }: any) => label);
const points = ({ x, y }: any) => [[...x], [...y]];

describe("curves", () => {
  test("of a variable and of an expression are, to the bit, what a Vector records", () => {
    const soma = squid();
    const graph = h.Graph();
    graph.addvar("v", soma(0.5)._ref_v);
    graph.addexpr("v(.5)");
    graph.addexpr("m cubed", "m_hh(.5)^3");
    h.graphList[0].append(graph);
    const [v, m, t] = [soma(0.5)._ref_v, soma(0.5)._ref_m_hh, h._ref_t].map((pointer) => h.Vector().record(pointer));
    h.run();
    const [variable, expression, cubed] = graph.lines;
    assert.equal(v.size(), 201);
    assert.ok(v.max() > 0);
    assert.deepEqual(variable.y, v.toArray());
    assert.deepEqual(expression.y, v.toArray());
    assert.deepEqual(variable.x, t.toArray());
    close(cubed.y, m.pow(3), 1e-12);
    assert.deepEqual(labels(graph), ["v", "v(.5)", "m cubed"]);
  });

  test("follow CVode's steps", () => {
    const soma = squid();
    const graph = h.Graph();
    graph.addvar("v", soma(0.5)._ref_v);
    h.graphList[0].append(graph);
    const v = h.Vector().record(soma(0.5)._ref_v);
    h.cvode_active(1);
    try {
      h.run();
    } finally {
      h.cvode_active(0);
    }
    const [{ y }] = graph.lines;
    assert.ok(y.length > 50 && y.length < 201, `${y.length} points`);
    close(Math.max(...y), v.max(), 1e-3);
  });

  test("under the local step have the times of their own cells, and an expression of several variables says why it has none", () => {
    const cells = [1, 2].map((delay) => {
      const soma = h.Section(`cell${delay}`).insert("hh");
      [soma.L, soma.diam] = [10, 10];
      const clamp = h.IClamp(soma(0.5));
      [clamp.delay, clamp.dur, clamp.amp] = [delay, 1, 0.3];
      return { soma, clamp };
    });
    const [{ soma: first }, { soma: second, clamp }] = cells as [any, any];
    const graph = h.Graph();
    graph.addvar("first", first(0.5)._ref_v);
    graph.addvar("second", second(0.5)._ref_v);
    graph.addvar("m", second(0.5)._ref_m_hh);
    graph.addvar("i", clamp._ref_i);
    graph.addexpr("v(.5)");
    graph.addexpr("twice", "v(.5)*2");
    h.graphList[0].append(graph);
    h.tstop = 5;
    const cvode = h.CVode();
    const recorded = (pointer: any, sec: any) => {
      const [y, t] = [h.Vector(), h.Vector()];
      cvode.record(pointer, y, t, { sec });
      return { y, t };
    };
    const theirs = [
      recorded(first(0.5)._ref_v, first),
      recorded(second(0.5)._ref_v, second),
      recorded(second(0.5)._ref_m_hh, second),
      recorded(clamp._ref_i, second),
      recorded(first(0.5)._ref_v, first),
    ];
    h.cvode_active(1);
    cvode.use_local_dt(1);
    let said = "";
    try {
      said = printed(() => h.run());
    } finally {
      cvode.use_local_dt(0);
      h.cvode_active(0);
    }
    const { lines } = graph;
    assert.notEqual(lines[0].x.length, lines[1].x.length);
    for (const [i, { y, t }] of theirs.entries()) {
      assert.ok(y.size() > 50);
      assert.deepEqual(lines[i].y, y.toArray(), lines[i].label);
      assert.deepEqual(lines[i].x, t.toArray(), lines[i].label);
    }
    assert.equal(lines[5].x.length, 0);
    assert.match(said, /simgraph of "twice"/);
    for (const { y, t } of theirs) for (const vector of [y, t]) cvode.record_remove(vector);
    h.run();
    assert.deepEqual(
      graph.lines.map(({ x }: any) => x.length),
      [201, 201, 201, 201, 201, 201],
    );
  });

  test("begin anew with each run", () => {
    squid();
    const graph = h.Graph();
    graph.addexpr("t");
    h.graphList[0].append(graph);
    h.run();
    h.run();
    assert.equal(graph.lines.length, 1);
    assert.equal(graph.lines[0].x.length, 201);
  });

  test("stand against another expression in place of the time", () => {
    const soma = squid();
    const graph = h.Graph();
    graph.xexpr("v(.5)");
    graph.addvar("m", soma(0.5)._ref_m_hh);
    h.graphList[0].append(graph);
    const v = h.Vector().record(soma(0.5)._ref_v);
    h.run();
    assert.deepEqual(graph.lines[0].x, v.toArray());
  });

  test("of HOC's variables, by name, by pointer, and in an object", () => {
    h("topmost = 3\nbegintemplate Holder\npublic x\nproc init() { x = $1 }\nendtemplate Holder");
    const [holder, cell] = [h.Holder(7), h.ref(11)];
    const graph = h.Graph();
    graph.addvar("topmost");
    graph.addvar("by name", "topmost");
    graph.addvar("x", holder._ref_x);
    graph.addvar("cell", cell);
    graph.addexpr("x*2", holder);
    graph.addexpr("twice", "x*2", holder, 4, 6);
    graph.begin();
    graph.plot(0);
    [h.topmost, holder.x, cell[0]] = [4, 8, 12];
    graph.plot(1);
    const ys = graph.lines.map(({ y }: any) => [...y]);
    assert.deepEqual(ys, [
      [3, 4],
      [3, 4],
      [7, 8],
      [11, 12],
      [14, 16],
      [14, 16],
    ]);
    assert.deepEqual(
      graph.lines.map(({ color }: any) => color),
      [1, 1, 1, 1, 1, 4],
    );
    assert.deepEqual(graph.description.lines[5].ink, {
      color: 4,
      css: "green",
      brush: 6,
      width: 1,
      dash: [2, 2, 2, 2, 2, 2, 2, 2],
    });
  });

  test("added in mid-run begin there", () => {
    const graph = h.Graph();
    graph.addexpr("1");
    graph.begin();
    graph.plot(0);
    graph.addexpr("2");
    graph.plot(1);
    graph.plot(2);
    assert.deepEqual(graph.lines.map(points), [
      [
        [0, 1, 2],
        [1, 1, 1],
      ],
      [
        [1, 2],
        [2, 2],
      ],
    ]);
  });

  test("are made inside a template, in the template's own names, where a display dies", () => {
    h(`begintemplate Watched
public x, g
objref g
proc init() { x = 5  g = new Graph()  g.addexpr("x + 1") }
endtemplate Watched`);
    const watched = h.Watched();
    watched.g.begin();
    watched.x = 9;
    watched.g.plot(0);
    assert.deepEqual([...watched.g.lines[0].y], [10]);
  });

  test("with threads are the same", () => {
    const soma = squid();
    const graph = h.Graph();
    graph.addvar("v", soma(0.5)._ref_v);
    h.graphList[0].append(graph);
    const pc = h.ParallelContext();
    h.run();
    const alone = graph.lines[0].y;
    pc.nthread(2);
    try {
      h.run();
    } finally {
      pc.nthread(1);
    }
    assert.deepEqual(graph.lines[0].y, alone);
  });
});

describe("lines of earlier runs", () => {
  test("stay when the menu says so, each before the curve that goes on", () => {
    const graph = h.Graph();
    graph.addexpr("a", "1");
    const run = (to: number) => {
      graph.begin();
      for (let x = 0; x < to; x++) graph.plot(x);
    };
    graph.exec_menu("Keep Lines");
    run(2);
    run(3);
    run(4);
    const lines = graph.description.lines;
    assert.deepEqual(
      lines.map(({ x }: any) => x.length),
      [2, 3, 4],
    );
    assert.deepEqual(
      lines.map(({ kept }: any) => kept),
      [true, true, false],
    );
    graph.exec_menu("Keep Lines");
    run(2);
    assert.deepEqual(
      graph.lines.map(({ x }: any) => x.length),
      [2, 3, 2],
    );
    graph.erase();
    assert.deepEqual(labels(graph), ["a"]);
  });

  test("take the colours of a family, and the value of its label", () => {
    h("gk = 0.5");
    const graph = h.Graph();
    graph.addexpr("a", "1", 3, 1);
    graph.family("gk");
    graph.family(true);
    for (const [color, value] of [
      [2, 0.5],
      [4, 0.25],
    ] as const) {
      h.gk = value;
      graph.color(color);
      graph.begin();
      graph.plot(0);
      graph.plot(1);
    }
    graph.begin();
    const [first, second] = graph.lines;
    assert.deepEqual([first.color, second.color], [2, 4]);
    assert.deepEqual([first.label, second.label], ["0.5", "0.25"]);
    graph.family(false);
    graph.begin();
    assert.equal(graph.lines.at(-1).color, 3);
  });
});

describe("what is drawn", () => {
  test("lines, marks and labels, in their colours and brushes", () => {
    const graph = h.Graph();
    graph.beginline("first", 2, 3);
    graph.line(0, 1);
    graph.line(1, 2);
    graph.color(3);
    graph.brush(10);
    graph.beginline();
    graph.line(5, 5);
    graph.line(6, 6);
    graph.mark(1, 2);
    graph.mark(3, 4, "O", 6, 4, 1);
    graph.mark(5, 6, 4, 6, 4, 1);
    graph.label(0.25, 0.75, "here");
    graph.label("below");
    graph.label(10, 20, "there", 1, 1.5, 0.5, 1, 2);
    const { lines, marks, labels } = graph.description;
    assert.deepEqual(lines.map(points), [
      [
        [0, 1],
        [1, 2],
      ],
      [
        [5, 6],
        [5, 6],
      ],
    ]);
    assert.deepEqual(
      lines.map(({ label }: any) => label),
      ["first", ""],
    );
    assert.deepEqual(
      lines.map(({ ink }: any) => [ink.css, ink.width]),
      [
        ["red", 3],
        ["blue", 0],
      ],
    );
    assert.deepEqual(lines[1].ink.dash, [12, 4]);
    assert.deepEqual(
      marks.map(({ style, x, size, ink }: any) => [style, [...x], size, ink.css]),
      [
        ["+", [1], 12, "blue"],
        ["O", [3, 5], 6, "green"],
      ],
    );
    const [here, below, there] = labels;
    assert.deepEqual([here.text, here.x, here.y, here.frame], ["here", 0.25, 0.75, "window"]);
    assert.deepEqual([below.x, below.y, below.alignY], [0.25, 0.75, 1]);
    assert.deepEqual(there, {
      text: "there",
      x: 10,
      y: 20,
      frame: "drawing",
      scale: 1.5,
      alignX: 0.5,
      alignY: 1,
      ink: there.ink,
    });
    assert.equal(there.ink.css, "red");
    graph.erase_all();
    const empty = graph.description;
    assert.deepEqual([empty.lines, empty.marks, empty.labels], [[], [], []]);
  });

  test("text that moves with the drawing, and aligned", () => {
    const graph = h.Graph();
    graph.size(0, 10, 0, 1);
    graph.fixed(2);
    graph.align(0.5, 1);
    graph.label(3, 0.5, "a");
    const [{ frame, scale, alignX, alignY }] = graph.description.labels;
    assert.deepEqual([frame, scale, alignX, alignY], ["drawing", 2, 0.5, 1]);
  });

  test("colours and brushes that the model defines", () => {
    const graph = h.Graph();
    graph.color(20, "Light Blue");
    graph.color(21, "gray50");
    graph.brush(22, 0xf0f0, 2);
    graph.beginline(20, 22);
    graph.line(0, 0);
    graph.beginline(21, 1);
    graph.line(0, 0);
    const [first, second] = graph.description.lines.map(({ ink }: any) => ink);
    assert.deepEqual([first.css, first.width, first.dash], ["lightblue", 2, [4, 4, 4, 4]]);
    assert.equal(second.css, "#7f7f7f");
    assert.throws(() => graph.color(23, "no such; thing"), ArgumentTypeError);
  });

  test("glyphs", () => {
    const [graph, glyph] = [h.Graph(), h.Glyph()];
    assert.equal(glyph.path().m(0, 0).l(1, 0).curve(2, 2, 1, 1, 2, 1).close().s(2, 3), glyph);
    glyph.circle(0, 0, 1).fill(4);
    graph.glyph(glyph, 5, 6, 2, 3, 45, 1);
    const [shown] = graph.description.glyphs;
    assert.deepEqual(
      [shown.x, shown.y, shown.scaleX, shown.scaleY, shown.angle, shown.fixed, shown.frame],
      [5, 6, 2, 3, 45, true, "drawing"],
    );
    const [path, circle] = shown.shapes;
    assert.deepEqual(
      path.path.map(({ kind }: any) => kind),
      ["move", "line", "curve", "close"],
    );
    assert.deepEqual([path.filled, path.ink.css, path.ink.width], [false, "red", 3]);
    assert.deepEqual([circle.filled, circle.ink.css], [true, "green"]);
    // Each of the four arcs ends on the circle, and its middle is no further from it than 0.03 %.
    const [start, ...arcs] = circle.path.slice(0, -1);
    let [x, y] = [start.x, start.y];
    for (const arc of arcs) {
      const middle = (a: number, b: number, c: number, d: number) => (a + 3 * b + 3 * c + d) / 8;
      close(Math.hypot(arc.x, arc.y), 1, 1e-12);
      close(Math.hypot(middle(x, arc.x1, arc.x2, arc.x), middle(y, arc.y1, arc.y2, arc.y)), 1, 3e-4);
      [x, y] = [arc.x, arc.y];
    }
  });

  test("Vectors: plot is read anew, line and mark are copies, ploterr has bars", () => {
    const graph = h.Graph();
    const [y, x, error] = [h.Vector([1, 4, 9]), h.Vector([2, 3, 4]), h.Vector([0.5, 1, 2])];
    y.label("squares");
    assert.equal(y.plot(graph), y);
    y.plot(graph, 0.1);
    y.plot(graph, x, 2, 3);
    y.line(graph, x);
    y.mark(graph, x, "s", 5, 2, 1);
    y.ploterr(graph, x, error, 8, 3, 1);
    y[0] = 100;
    const [index, spaced, against, copy, ...bars] = graph.lines;
    assert.deepEqual(points(index), [
      [0, 1, 2],
      [100, 4, 9],
    ]);
    close(spaced.x, [0, 0.1, 0.2], 1e-15);
    assert.deepEqual(points(against), [
      [2, 3, 4],
      [100, 4, 9],
    ]);
    assert.deepEqual(points(copy), [
      [2, 3, 4],
      [1, 4, 9],
    ]);
    assert.deepEqual(labels(graph).slice(0, 4), ["squares", "squares", "squares", "squares"]);
    assert.deepEqual(bars.map(points), [
      [
        [2, 2],
        [0.5, 1.5],
      ],
      [
        [3, 3],
        [3, 5],
      ],
      [
        [4, 4],
        [7, 11],
      ],
    ]);
    const { marks } = graph.description;
    assert.deepEqual(
      marks.map(({ style, size }: any) => [style, size]),
      [
        ["s", 5],
        ["-", 8],
      ],
    );
    assert.deepEqual([...marks[0].y], [1, 4, 9]);
  });

  test("Vectors that HOC drops stay while they are shown, those of JavaScript until they are disposed", () => {
    const graph = h.Graph();
    h(`objref vg, gg\nvg = new Vector(3, 5)`);
    h.gg = graph;
    h("vg.plot(gg)\nobjref vg");
    assert.deepEqual([...graph.lines[0].y], [5, 5, 5]);
    const own = h.Vector([1, 2]);
    own.plot(graph);
    own.dispose();
    assert.equal(graph.lines.length, 1);
    h("objref gg");
  });

  test("arrays of HOC", () => {
    h("double xs[4], ys[4]\nfor i = 0, 3 { xs[i] = i  ys[i] = i*i }");
    const graph = h.Graph();
    graph.vector(4, h._ref_xs[0], h._ref_ys[0], 2, 1);
    assert.deepEqual(points(graph.lines[0]), [
      [0, 1, 2, 3],
      [0, 1, 4, 9],
    ]);
    assert.throws(() => graph.vector(5, h._ref_xs[0], h._ref_ys[0]), ArgumentRangeError);
  });

  test("a range variable along a path is read anew", () => {
    const [a, b] = [h.Section("a"), h.Section("b")];
    b.connect(a);
    for (const sec of [a, b]) [sec.L, sec.nseg] = [100, 5];
    const [graph, path] = [h.Graph(), h.RangeVarPlot("v", a(0), b(1))];
    graph.addobject(path, 2, 3);
    h.finitialize(-60);
    const [line] = graph.lines;
    assert.deepEqual([line.x[0], line.x.at(-1)], [0, 200]);
    assert.ok(line.y.every((v: number) => v === -60));
    h.finitialize(-70);
    assert.ok(graph.lines[0].y.every((v: number) => v === -70));
    assert.equal(line.color, 2);
    graph.erase();
    assert.equal(graph.lines.length, 1);
  });
});

describe("what HOC reads back", () => {
  test("getline and line_info go through the lines, in single precision, with their labels", () => {
    const graph = h.Graph();
    graph.addexpr("third", "1/3", 2, 3, 0.5, 0.6, 2);
    graph.begin();
    graph.plot(0.1);
    graph.plot(0.2);
    graph.beginline("drawn");
    graph.line(1, 2);
    const [x, y, info] = [h.Vector(), h.Vector(), h.Vector()];
    assert.equal(graph.getline(-1, x, y), 0);
    assert.deepEqual([...y], [Math.fround(1 / 3), Math.fround(1 / 3)]);
    assert.deepEqual([...x], [Math.fround(0.1), Math.fround(0.2)]);
    assert.equal(y.label(), "third");
    assert.equal(graph.line_info(-1, info), 0);
    assert.deepEqual([...info], [2, 3, 0.5, 0.6, 2]);
    assert.equal(graph.getline(0, x, y), 1);
    assert.deepEqual([[...x], [...y]], [[1], [2]]);
    assert.equal(graph.getline(1, x, y), -1);
    assert.equal(graph.line_info(1, info), -1);
  });

  test("size, extent and view_info", () => {
    const graph = h.Graph();
    graph.size(10, 0, -80, 40);
    assert.deepEqual(
      [1, 2, 3, 4].map((side) => graph.size(side)),
      [0, 10, -80, 40],
    );
    graph.beginline();
    for (const [x, y] of [
      [1, 2],
      [3, -4],
    ] as const)
      graph.line(x, y);
    graph.mark(7, 1);
    h("double limits[4]");
    graph.size(h._ref_limits[0]);
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => h.limits[i]),
      [1, 7, -4, 2],
    );
    assert.deepEqual(
      [1, 2, 5, 6, 7, 8].map((what) => graph.view_info(0, what)),
      [10, 120, 0, 10, -80, 40],
    );
    close(graph.view_info(0, 11, 2.5), 0.25, 1e-12);
    close(graph.view_info(0, 12, -50), 0.25, 1e-12);
    graph.view_size(0, 1, 2, 3, 4);
    assert.deepEqual(graph.description.view, { left: 1, right: 2, bottom: 3, top: 4 });
    graph.view(0, -10, 5, 30, 100, 100, 300, 200);
    assert.deepEqual(graph.description.view, { left: 0, right: 5, bottom: -10, top: 20 });
    assert.equal(graph.view_count(), 1);
    graph.unmap();
    assert.equal(graph.view_count(), 0);
  });

  test("axes", () => {
    const graph = h.Graph();
    assert.deepEqual([graph.description.xAxis, graph.description.yAxis], ["view", "view"]);
    graph.xaxis(0, 10, -5, 4, 1, 1, 0);
    assert.deepEqual(graph.description.xAxis, {
      from: 0,
      to: 10,
      at: -5,
      tics: 4,
      minorTics: 1,
      inverted: true,
      numbers: false,
    });
    assert.equal(graph.description.yAxis, "view");
    graph.yaxis(2);
    assert.deepEqual([graph.description.xAxis, graph.description.yAxis], ["box", "box"]);
    graph.exec_menu("Erase Axis");
    assert.equal(graph.description.xAxis, "none");
    graph.exec_menu("View = plot");
    assert.equal(graph.description.fit, true);
  });

  test("its menu does what the model put there", () => {
    h("chosen = 0");
    const graph = h.Graph();
    graph.menu_action("HOC", "chosen = 1");
    graph.menu_action("function", () => {
      h.chosen += 10;
    });
    for (const label of ["HOC", "function"]) graph.exec_menu(label);
    assert.equal(h.chosen, 11);
    graph.menu_remove("HOC");
    graph.exec_menu("HOC");
    assert.equal(h.chosen, 11);
  });
});

describe("what goes wrong", () => {
  test("a wrong argument is named", () => {
    const graph = h.Graph();
    const wrong: [() => unknown, new (...args: never[]) => Error, RegExp][] = [
      [() => graph.addexpr(), ArgumentTypeError, /Graph\.addexpr: argument 1: expected a string, and there is none/],
      [() => graph.line(1), ArgumentTypeError, /Graph\.line: argument 2: expected a number, and there is none/],
      [() => graph.mark(1, 2, "x"), ArgumentTypeError, /argument 3: expected a mark/],
      [() => graph.size(1, 2), ArgumentTypeError, /argument 3/],
      [() => graph.color(500), ArgumentRangeError, /from -1 to 99, got 500/],
      [() => graph.addobject(h.Vector()), ArgumentTypeError, /a RangeVarPlot/],
      [() => graph.addvar("nothing_here"), HocError, /nothing_here/],
      [() => graph.addexpr("1 +"), HocError, /syntax error/],
      [() => graph.addexpr("x", h.Vector()), ArgumentTypeError, /no object of a HOC template/],
      [() => h.Graph(3), ArgumentRangeError, /Graph: argument 1/],
      [() => h.Vector(3).plot(h.Vector()), ArgumentTypeError, /Vector\.plot: argument 1: expected a Graph/],
      [() => graph.lines.nothing(), TypeError, /nothing/],
      [() => graph.nothing, NameError, /nothing/],
    ];
    for (const [action, cls, message] of wrong)
      assert.throws(action, (error: Error) => error instanceof cls && message.test(error.message));
    assert.equal(graph.lines.length, 0);
  });

  test("an expression that cannot be had makes no curve, and the Graph goes on", () => {
    const graph = h.Graph();
    for (let i = 0; i < 3000; i++) assert.throws(() => graph.addexpr("((("));
    graph.addexpr("1");
    graph.begin();
    graph.plot(0);
    assert.deepEqual(graph.lines.map(points), [[[0], [1]]]);
  });

  test("a curve of what is gone has no value from then on", () => {
    h("begintemplate Brief\npublic x\nproc init() { x = 3 }\nendtemplate Brief\nobjref brief");
    h("brief = new Brief()");
    const soma = h.Section("gone");
    const graph = h.Graph();
    graph.addvar("v", soma(0.5)._ref_v);
    graph.addvar("x", h.brief._ref_x);
    graph.addexpr("x", h.brief);
    graph.begin();
    graph.plot(0);
    soma.dispose();
    h("objref brief");
    graph.plot(1);
    graph.begin();
    graph.plot(2);
    assert.deepEqual(
      graph.lines.map(({ y }: any) => [...y]),
      [[Number.NaN], [Number.NaN], [Number.NaN]],
    );
  });

  test("a cell of h.ref lives as long as the Graph that shows it", () => {
    const graph = h.Graph();
    graph.addvar("cell", h.ref(5));
    (globalThis as { gc?: () => void }).gc?.();
    for (let i = 0; i < 20000; i++) h.ref(i);
    graph.begin();
    graph.plot(0);
    assert.deepEqual([...graph.lines[0].y], [5]);
  });

  test("an expression without a section says so at begin, and then shows nothing", () => {
    const graph = h.Graph();
    const soma = h.Section("only");
    graph.addexpr("v(.5)");
    soma.dispose();
    graph.begin();
    graph.plot(0);
    assert.deepEqual([...graph.lines[0].y], [Number.NaN]);
  });

  test("an expression that ends its own Graph, or adds to it, is survived", () => {
    h("objref suicidal\nfunc endit() { suicidal.erase_all() return 1 }");
    h.suicidal = h.Graph();
    h.suicidal.addexpr("endit()");
    h.suicidal.addexpr("2");
    h.suicidal.plot(0);
    assert.equal(h.suicidal.lines.length, 0);
    h('func more() { suicidal.addexpr("3") return 1 }');
    h.suicidal.addexpr("more()");
    h.suicidal.plot(0);
    h.suicidal.plot(1);
    assert.ok(h.suicidal.lines.length >= 2);
    h("objref suicidal");
  });

  test("a disposed Graph, and one that HOC dropped, is gone", () => {
    const graph = h.Graph();
    graph.addexpr("1");
    graph.dispose();
    assert.throws(() => graph.lines, DisposedError);
    assert.throws(() => graph.figure(), DisposedError);
    const before = h.List("Graph").count();
    h("objref dropped\ndropped = new Graph()");
    const dropped = h.dropped;
    h("objref dropped");
    assert.throws(() => dropped.lines, DisposedError);
    assert.ok(h.List("Graph").count() <= before);
  });

  test("a function that throws in an action of the menu comes back out as it is", () => {
    const graph = h.Graph();
    const mine = new Error("mine");
    graph.menu_action("throw", () => {
      throw mine;
    });
    for (let i = 0; i < 3000; i++)
      assert.throws(
        () => graph.exec_menu("throw"),
        (error) => error === mine,
      );
    graph.line(1, 2);
    assert.equal(graph.lines.length, 1);
  });

  test("what needs a mouse or a screen says so once, by name", () => {
    const graph = h.Graph();
    const said = printed(() => {
      for (let i = 0; i < 3; i++) {
        graph.crosshair_action("print 1");
        graph.menu_tool("tool", "print 1");
        graph.printfile("file");
        graph.gif("file");
      }
    });
    for (const name of ["crosshair_action", "menu_tool", "printfile", "gif"])
      assert.equal(said.split("\n").filter((line) => line.startsWith(`nrn-patch: ${name}: `)).length, 1, name);
  });
});

test("Graphs come and go without a trace", () => {
  const count = () => h.List("Graph").count();
  const before = count();
  for (let i = 0; i < 20000; i++) {
    const graph = h.Graph();
    graph.addexpr("t");
    graph.begin();
    graph.plot(i);
    graph.dispose();
  }
  assert.ok(count() <= before);
});
