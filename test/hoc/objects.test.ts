// List, SectionList, SectionRef and HOC's templates.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { DisposedError, HocError, NameError } from "nrn-patch";
import { clean, close, h, names } from "./support.js";

afterEach(clean);

describe("List", () => {
  test("objects come out as they went in, by index, in a loop, and from HOC", () => {
    const [list, a, b] = [h.List(), h.Vector(1), h.Vector(2)];
    list.append(a);
    list.append(b);
    assert.deepEqual(
      [list.length, list.count(), list[0] === a, list[-1] === b, list.o(1) === b],
      [2, 2, true, true, true],
    );
    assert.ok([...list].every((item, i) => item === [a, b][i]));
    assert.deepEqual([list.index(b), list.index(h.Vector())], [1, -1]);
    assert.throws(() => list[2], { name: "RangeError", message: /2 items/ });
    list.remove(0);
    assert.equal(list[0], b);
  });

  test("JavaScript's own objects and sections can stand in one", () => {
    const [list, cell, soma] = [h.List(), { name: "cell" }, h.Section("soma")];
    list.append(cell);
    list.append(soma);
    assert.deepEqual([list[0] === cell, list[1] === soma], [true, true]);
  });

  test("a List of a class's name holds all there are", () => {
    const soma = h.Section("soma");
    const before = h.List("NetCon").length;
    const netcon = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
    const list = h.List("NetCon");
    assert.deepEqual([list.length, list[-1] === netcon], [before + 1, true]);
    for (const each of list) assert.equal(typeof each.delay, "number");
    assert.throws(() => h.List("NetCn"), HocError);
  });

  test("it becomes JSON as names", () => {
    const list = h.List();
    list.append(h.Section("soma"));
    assert.equal(JSON.stringify(list), '["soma"]');
  });
});

describe("SectionList and SectionRef", () => {
  test("sections come out as they went in", () => {
    const [a, b] = [h.Section("a"), h.Section("b")];
    b.connect(a);
    const list = h.SectionList([a, b]);
    assert.deepEqual([list.length, list[0] === a, list[-1] === b, names(list)], [2, true, true, ["a", "b"]]);
    const other = h.SectionList();
    other.append(b);
    other.append({ sec: a });
    assert.deepEqual([names(other), other.contains(a), other.contains({ sec: a })], [["b", "a"], true, true]);
    other.remove(b);
    assert.deepEqual(names(other), ["a"]);
    assert.throws(() => list[2], { name: "RangeError" });
  });

  test("trees are added whole", () => {
    const [a, b, c] = [h.Section("a"), h.Section("b"), h.Section("c")];
    b.connect(a);
    c.connect(b);
    const list = h.SectionList();
    list.wholetree(c);
    assert.deepEqual(names(list), ["a", "b", "c"]);
    const below = h.SectionList();
    below.subtree(b);
    assert.deepEqual(names(below), ["b", "c"]);
  });

  test("a deleted section is gone from the list", () => {
    const [a, b] = [h.Section("a"), h.Section("b")];
    const list = h.SectionList([a, b]);
    a.dispose();
    assert.deepEqual([names(list), list.length], [["b"], 1]);
  });

  test("what is no section cannot be in one", () => {
    assert.throws(() => h.SectionList([5]), { name: "TypeError", message: /item 0.*section/ });
    assert.throws(() => h.SectionList(5), Error);
    assert.throws(() => h.SectionList().append(5), Error);
  });

  test("a SectionRef knows its section's relatives", () => {
    const [a, b] = [h.Section("a"), h.Section("b")];
    b.connect(a(1));
    const ref = h.SectionRef({ sec: b });
    assert.deepEqual(
      [ref.sec === b, ref.parent === a, ref.root === a, ref.has_parent(), ref.nchild()],
      [true, true, true, true, 0],
    );
    assert.ok(h.SectionRef({ sec: a }).child[0] === b);
    assert.equal(h.SectionRef(a).sec, a);
    assert.throws(() => h.SectionRef({ sec: a }).parent, Error);
    b.dispose();
    assert.equal(ref.exists(), false);
    assert.throws(() => ref.sec, Error);
  });
});

h(`
begintemplate Nested
public number, vector
objref vector
proc init() { number = $1  vector = new Vector($1) }
endtemplate Nested

begintemplate Pair
public a, b, branch, number, text, row, grid, inner, list, any, twice, set, make, same, name, place, delay, dispose
create a, b, branch[2]
strdef text
objref inner, list[2], any, this
double row[3], grid[2][2]
proc init() {
  connect b(0), a(1)
  a { L = 20 diam = 20 insert hh }
  number = 1
  text = "pair"
  inner = new Nested(3)
  delay = 4
  if (numarg() == 1) { number = $1 }
}
func twice() { return 2 * $1 }
proc set() { number = $1  text = $s2 }
obfunc make() { return new Nested($1) }
obfunc same() { return this }
proc place() { inner.number = 99 }
proc dispose() { number = -1 }
endtemplate Pair
`);

describe("templates", () => {
  test("an instance is made with arguments, with and without new", () => {
    for (const pair of [h.Pair(7), new h.Pair(7)]) {
      assert.match(String(pair), /^Pair\[\d+\]$/);
      assert.deepEqual([pair.number, pair instanceof h.Pair], [7, true]);
    }
  });

  test("public numbers, strings and arrays are read and set", () => {
    const pair = h.Pair();
    [pair.number, pair.text, pair.row[1], pair.grid[1][-1]] = [5, "Paar", 6, 7];
    assert.deepEqual([pair.number, pair.text, [...pair.row], pair.grid[1][1]], [5, "Paar", [0, 6, 0], 7]);
    assert.throws(() => (pair.text = 5), { name: "TypeError" });
    assert.throws(() => (pair.number = "5"), { name: "TypeError", message: /Pair\[\d+\]\.number/ });
    assert.throws(() => (pair.row = 5), { name: "TypeError", message: /row\[i\]/ });
  });

  test("methods take and give numbers, strings and objects", () => {
    const pair = h.Pair();
    pair.set(3, "three");
    assert.deepEqual([pair.twice(4), pair.number, pair.text], [8, 3, "three"]);
    assert.equal(pair.same(), pair);
    assert.equal(pair.make(5).vector.size(), 5);
    assert.throws(() => pair.twice(), { name: "TypeError", message: /twice.*arguments/ });
  });

  test("nested objects are the same each time, and can be replaced", () => {
    const pair = h.Pair();
    const { inner } = pair;
    assert.deepEqual([pair.inner === inner, inner.number, inner.vector.size()], [true, 3, 3]);
    pair.place();
    assert.equal(pair.inner.number, 99);
    const other = h.Nested(1);
    pair.inner = other;
    [pair.list[1], pair.any] = [other, { mine: true }];
    assert.deepEqual(
      [pair.inner === other, pair.list[0], pair.list[1] === other, pair.any.mine],
      [true, null, true, true],
    );
    pair.inner = null;
    assert.equal(pair.inner, null);
  });

  test("sections inside are sections", () => {
    const pair = h.Pair();
    assert.deepEqual([pair.a.L, pair.a(0.5).diam, pair.a.has_membrane("hh")], [20, 20, true]);
    assert.equal(pair.a.name(), `${pair}.a`);
    assert.deepEqual([pair.b.parentseg().sec === pair.a, pair.a.cell() === pair], [true, true]);
    assert.deepEqual(names(pair.branch), [`${pair}.branch[0]`, `${pair}.branch[1]`]);
    assert.throws(() => (pair.a = 5), { name: "TypeError" });
  });

  test("an instance is reached by its number, and all of them in a loop", () => {
    const pairs = [h.Pair(), h.Pair()];
    for (const pair of pairs) assert.equal(h.Pair[Number(/\d+/.exec(String(pair))?.[0])], pair);
    assert.ok(pairs.every((pair) => [...h.Pair].includes(pair)));
    assert.throws(() => h.Pair[9999], { name: "RangeError", message: /Pair\[9999\]/ });
  });

  test("a name that it does not make public throws, read or written", () => {
    const pair = h.Pair();
    for (const use of [() => pair.numbr, () => (pair.numbr = 1)])
      assert.throws(use, { name: "NameError", message: /numbr.*"number"/ });
  });

  test("where its names meet ours, NEURON's win and ours stay reachable", () => {
    const pair = h.Pair();
    pair.dispose();
    assert.equal(pair.number, -1);
    pair[Symbol.dispose]();
    assert.throws(() => pair.number, DisposedError);
  });

  test("pointers to its numbers", () => {
    const pair = h.Pair();
    pair._ref_number[0] = 8;
    pair._ref_row[2][0] = 9;
    assert.deepEqual([pair.number, pair.row[2], pair._ref_delay[0]], [8, 9, 4]);
  });

  test("an alias belongs to one object", () => {
    const [one, other, strings] = [h.Pair(), h.Pair(), h.StringFunctions()];
    const vector = h.Vector(3);
    strings.alias(one, "shape", vector);
    strings.alias(one, "count", one._ref_number);
    assert.equal(one.shape, vector);
    one.count = 12;
    assert.deepEqual([one.number, one.count], [12, 12]);
    assert.throws(() => other.shape, NameError);
  });

  test("one that fails in its init is none, and nothing is left of it", () => {
    h('begintemplate Broken\npublic x\ncreate soma\nproc init() { execerror("broken", "") }\nendtemplate Broken');
    const before = [...h.allsec()].length;
    for (let i = 0; i < 600; i++) assert.throws(() => h.Broken(), HocError);
    assert.ok([...h.allsec()].length - before <= 600);
    assert.equal(h.Nested(2).number, 2);
  });

  test("a class can be extended, and its instances are their own class's", () => {
    class Mine extends h.Pair {
      label = "mine";
      sum() {
        return this.number + this.row[0];
      }
    }
    const mine = new (Mine as any)(4);
    assert.deepEqual([mine.label, mine.sum(), mine instanceof h.Pair, mine.same() === mine], ["mine", 4, true, true]);
    mine.extra = 5;
    assert.equal(mine.extra, 5);
    assert.throws(() => mine.unknown, NameError);
  });

  test("a template of many cells is built and taken away", () => {
    const cells = Array.from({ length: 200 }, () => h.Nested(2));
    close(
      cells.reduce((sum, cell) => sum + cell.number, 0),
      400,
    );
    for (const cell of cells) cell.dispose();
    assert.throws(() => cells[0].number, DisposedError);
  });
});
