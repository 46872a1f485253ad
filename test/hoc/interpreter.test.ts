// HOC's text, variables, strings, objects, arrays and functions, and names that nobody knows.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { HocError, NameError } from "nrn-patch";
import { close, file, h, printed } from "./support.js";

describe("HOC's text and variables", () => {
  test("what HOC text defines is there at once, and what is set here HOC sees", () => {
    h("x1 = 42");
    assert.equal(h.x1, 42);
    h.x1 = 3.5;
    h("y1 = 2 * x1");
    assert.equal(h.y1, 7);
  });

  test("the temperature, the step and the order of integration are read and set", () => {
    [h.celsius, h.dt, h.secondorder] = [37, 0.1, 2];
    assert.deepEqual([h.celsius, h.dt, h.secondorder], [37, 0.1, 2]);
    [h.celsius, h.dt, h.secondorder] = [6.3, 0.025, 0];
    assert.throws(() => (h.secondorder = 0.5), { message: /secondorder.*0, 1 or 2/ });
    assert.throws(() => (h.celsius = "warm"), { name: "TypeError", message: /celsius.*a number/ });
  });

  test("a strdef is a string on both sides, in whatever letters", () => {
    h('strdef s1, s2\ns1 = "Purkinje"');
    assert.equal(h.s1, "Purkinje");
    h.s1 = "Körnerzelle 顆粒 🧠";
    h("s2 = s1");
    assert.equal(h.s2, "Körnerzelle 顆粒 🧠");
    assert.throws(() => (h.s1 = 3), { name: "TypeError", message: /s1.*string/ });
  });

  test("an objref holds HOC's objects, ours, or none", () => {
    h("objref o1\no1 = new Vector(3)");
    assert.equal(h.o1.size(), 3);
    assert.equal(h.o1, h.o1);
    const cell = { name: "a JavaScript object" };
    for (const value of [h.Vector(5), cell, null]) {
      h.o1 = value;
      assert.equal(h.o1, value);
    }
  });

  test("an objref can hold a section and a segment", () => {
    h("objref o2");
    const soma = h.Section("soma");
    h.o2 = soma;
    assert.equal(h.o2, soma);
    h.o2 = soma(0.25);
    assert.ok(h.o2.equals(soma(0.25)));
    h.o2 = null;
    soma.dispose();
  });

  test("a HOC array is indexed, counted and looped over, backwards from its end too", () => {
    h("double a1[3]\na1[1] = 5");
    h.a1[0] = 4;
    h.a1[-1] = 6;
    assert.deepEqual([...h.a1], [4, 5, 6]);
    assert.deepEqual([h.a1.length, h.a1[-3]], [3, 4]);
    for (const i of [3, -4]) assert.throws(() => h.a1[i], { name: "RangeError", message: /a1\[.*3 elements/ });
    assert.throws(() => (h.a1 = 3), { name: "TypeError", message: /a1\[i\]/ });
  });

  test("an array of several dimensions is indexed one after the other", () => {
    h("double m1[2][3]\nm1[1][2] = 7");
    h.m1[0][1] = 3;
    h.m1[-1][0] = 1;
    assert.deepEqual(
      [...h.m1].map((row) => [...row]),
      [
        [0, 3, 0],
        [1, 0, 7],
      ],
    );
    assert.equal(h.m1[-1][-1], 7);
    assert.throws(() => (h.m1[0] = 1), { name: "TypeError", message: /m1\[0\]/ });
    assert.deepEqual(JSON.stringify(h.m1), "[[0,3,0],[1,0,7]]");
  });

  test("an array that HOC declares anew has its new size", () => {
    h("double a2[2]");
    assert.equal(h.a2.length, 2);
    h("double a2[4]");
    assert.equal(h.a2.length, 4);
  });

  test("arrays of objects and of sections are arrays too", () => {
    h("objref ob1[2]\ncreate branch[3]");
    const vector = h.Vector(2);
    h.ob1[1] = vector;
    assert.deepEqual([h.ob1[0], h.ob1[-1] === vector], [null, true]);
    assert.deepEqual([...h.branch].map(String), ["branch[0]", "branch[1]", "branch[2]"]);
    assert.equal(h.branch[-1], h.branch[2]);
    for (const sec of h.branch) sec.dispose();
  });
});

describe("HOC's functions", () => {
  test("functions take and give numbers, strings and objects", () => {
    h("func twice() { return 2 * $1 }");
    h('proc note() { sprint($s1, "%s at %g", $s2, $3) }');
    h("obfunc same() { return $o1 }");
    const text = h.ref("");
    h.note(text, "spike", 2.5);
    assert.deepEqual([h.twice(4), text[0]], [8, "spike at 2.5"]);
    const vector = h.Vector(1);
    assert.equal(h.same(vector), vector);
    assert.equal(h.same(null), null);
  });

  test("a function changes what a reference or pointer points to", () => {
    h("proc grow() { $&1 = $&1 + 1 }");
    const number = h.ref(1);
    h.grow(number);
    h("x2 = 10");
    h.grow(h._ref_x2);
    assert.deepEqual([number[0], h.x2], [2, 11]);
  });

  test("what is only a word of HOC, an iterator say, has no value", () => {
    h("iterator each() { iterator_statement }");
    for (const name of ["each", "if", "create"]) assert.throws(() => h[name], NameError);
  });

  test("mathematics is HOC's, errors included", () => {
    close([h.exp(1), h.sin(0), h.log10(1000), h.atan2(1, 1)], [Math.E, 0, 3, Math.PI / 4], 1e-15);
    assert.throws(() => h.sqrt(-1), HocError);
    assert.throws(() => h.sqrt(), { name: "TypeError" });
    assert.deepEqual([h.PI, h.strcmp("a", "b") < 0], [Math.PI, true]);
  });

  test("text is put together and taken apart as C does", () => {
    const [text, number, word] = [h.ref(""), h.ref(0), h.ref("")];
    h.sprint(text, "t is %g", 2.5);
    assert.equal(text[0], "t is 2.5");
    assert.equal(h.sscanf("12.5 mV", "%lf %s", number, word), 2);
    assert.deepEqual([number[0], word[0]], [12.5, "mV"]);
  });
});

describe("names", () => {
  test("an unknown name throws, read or written, and the nearest known one is told", () => {
    for (const use of [() => h.celsiu, () => (h.celsiu = 37)])
      assert.throws(use, { name: "NameError", code: "ERR_PATCH_NAME", message: /celsiu.*Did you mean "celsius"/ });
    assert.throws(() => h.IClmp, /Did you mean "IClamp"/);
  });

  test("a name that comes into being later is there from then on", () => {
    assert.throws(() => h.late1, NameError);
    assert.equal("late1" in h, false);
    h("late1 = 1");
    assert.equal("late1" in h, true);
    assert.equal(h.late1, 1);
  });

  test("`in` says what h knows, and never throws", () => {
    for (const name of ["celsius", "Vector", "finitialize", "hh", "cas", "Section"]) assert.ok(name in h, name);
    for (const name of ["celsiu", "then", "create", "3", "not a name", Symbol("x")])
      assert.ok(!(name in h), String(name));
  });

  test("a variable may bear the name of what a JavaScript function has", () => {
    assert.deepEqual([h.length, h.prototype], [undefined, undefined]);
    h("length = 5\nname = 6\ncall = 7");
    assert.deepEqual([h.length, h.name, h.call], [5, 6, 7]);
    h.length = 8;
    h("length2 = length");
    assert.equal(h.length2, 8);
  });

  test("a range variable of the top level throws and says where it lives", () => {
    assert.throws(() => h.gnabar_hh, { name: "NameError", message: /range variable.*soma\(0\.5\)/ });
  });

  test("functions, classes and mechanisms cannot be assigned", () => {
    for (const name of ["finitialize", "Vector", "hh"]) assert.throws(() => (h[name] = 1), NameError);
  });
});

describe("errors", () => {
  test("a syntax error throws with NEURON's text, and the interpreter goes on", () => {
    assert.throws(
      () => h("x3 = (1 +"),
      (error: HocError) =>
        error instanceof HocError && error.code === "ERR_PATCH_HOC" && /syntax error/.test(error.message),
    );
    assert.equal(h("x3 = 1"), true);
    assert.equal(h.x3, 1);
  });

  test("an error deep in HOC tells the chain of calls", () => {
    h('proc inner() { execerror("too hot", "here") }');
    h("proc outer() { inner($1) }");
    assert.throws(() => h.outer(3), { name: "HocError", message: /too hot here[\s\S]*inner\(3\)[\s\S]*outer\(3\)/ });
  });

  test("two thousand errors of each kind leave the interpreter as it was", () => {
    h("proc fails() { localobj v  v = new Vector(1)  v.get(99) }");
    for (let i = 0; i < 2000; i++) {
      for (const bad of [() => h("1 +"), () => h.fails(), () => h.Vector("x"), () => h.Vector(1).get(9)]) {
        assert.throws(bad);
      }
    }
    assert.equal(h.Vector([1, 2]).sum(), 3);
    h("x4 = 4");
    assert.equal(h.x4, 4);
  });

  test("nothing of an error goes past the error", () => {
    const text = printed(() => {
      assert.throws(() => h("y = 1 +"));
      assert.throws(() => h.Vector(2).get(7));
    });
    assert.equal(text, "");
  });
});

describe("files", () => {
  test("a HOC file is read, once unless asked again, from a folder with any name", () => {
    const path = file(
      "Versuch 試.hoc",
      'if (!name_declared("loaded1")) { execute("loaded1 = 0") }\nloaded1 = loaded1 + 1\n',
    );
    assert.equal(h.load_file(path), 1);
    h.load_file(path);
    assert.equal(h.loaded1, 1);
    h.load_file(1, path);
    assert.equal(h.loaded1, 2);
  });

  test("a file that is not there throws", () => {
    for (const missing of ["nowhere.hoc", file("nowhere.hoc")])
      assert.throws(() => h.load_file(missing), { name: "HocError", message: /nowhere\.hoc/ });
    assert.throws(() => h.xopen("nowhere.hoc"), HocError);
    assert.throws(() => h.nrn_load_dll("nowhere.so"), { name: "HocError", message: /nowhere\.so/ });
  });

  test("an error in a file tells the file and the line", () => {
    const path = file("broken.hoc", "x5 = 1\ny5 = (2\n");
    assert.throws(() => h.load_file(path), { name: "HocError", message: /broken\.hoc[\s\S]*line 2/ });
  });

  test("two files of one name in two folders are two files", () => {
    const [one, two] = [file("one/same.hoc"), file("two/same.hoc")];
    const back = process.cwd();
    try {
      for (const [i, path] of [one, two].entries()) {
        mkdirSync(dirname(path));
        file(`${i === 0 ? "one" : "two"}/same.hoc`, `same${i} = ${i + 1}\n`);
        process.chdir(dirname(path));
        h.load_file("same.hoc");
      }
    } finally {
      process.chdir(back);
    }
    assert.deepEqual([h.same0, h.same1], [1, 2]);
  });

  test("NEURON's own library is found by name", () => {
    h.load_file("stdrun.hoc");
    assert.equal(h.tstop, 5);
    assert.match(h.nrnversion(), /9\.0/);
  });
});

describe("printing", () => {
  test("a listener gets what NEURON prints, whole lines of it, until it is taken away", () => {
    const lines: unknown[] = [];
    const stop = h.onPrint((text: string, stream: string) => lines.push([text, stream]));
    h('print "Größe: ", 3, "µm"');
    stop();
    stop();
    assert.deepEqual(lines, [["Größe: 3 µm\n", "stdout"]]);
  });

  test("each listener gets it, also one that is given twice, and a listener may use NEURON", () => {
    const heard: number[] = [];
    const listener = () => void heard.push(h.twice2(heard.length));
    h("func twice2() { return 2 * $1 }");
    const stops = [h.onPrint(listener), h.onPrint(listener)];
    h('print "once"');
    for (const stop of stops) stop();
    assert.deepEqual(heard, [0, 2]);
  });

  test("printf, topology and psection are printed through it", () => {
    const soma = h.Section("soma");
    const text = printed(() => {
      h.printf("%d spikes\n", 3);
      h.topology();
      h("forall psection()");
    });
    assert.match(text, /3 spikes\n[\s\S]*soma\(0-1\)[\s\S]*soma \{ nseg=1/);
    soma.dispose();
  });

  test("HOC's expressions print their value, as in nrniv", () => {
    assert.equal(printed(() => h("3 + 4")).trim(), "7");
  });
});
