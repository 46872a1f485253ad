// Three thousand failures in a row, of several kinds, leave the engine as good as new.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { h as typed, untyped } from "nrn-patch";
import { native } from "#engine";
import { checkSimulation } from "./simulation.js";

const h = untyped(typed);
h.load_file("stdrun.hoc");
h.onPrint(() => {});
const times = 3000;

function failing(action: (i: number) => unknown, message: RegExp, count = times) {
  for (let i = 0; i < count; i++) assert.throws(() => action(i), message);
}

afterEach(() => {
  for (const sec of h.allsec()) sec.dispose();
  assert.equal(native.depth(), 0);
  checkSimulation(h);
  for (const sec of h.allsec()) sec.dispose();
});

test("HOC text that is none", () => failing(() => h("this is not HOC"), /syntax error/));
test("HOC text that fails when it runs", () => failing(() => h("x = 1 / 0"), /division by zero/));
test("a HOC procedure that fails twenty calls down", () => {
  h('proc down() { if ($1 == 0) { execerror("at the", "bottom") } down($1 - 1) }');
  failing(() => h.down(20), /at the bottom/);
});
test("a HOC procedure with a live localobj and an object argument", () => {
  h('obfunc worse() { localobj a, b  a = new Vector(5)  b = $o1  execerror("with", "objects")  return a }');
  const vector = h.Vector(3);
  failing(() => h.worse(vector), /with objects/, 6000);
  assert.equal(vector.size(), 3);
});
test("constructors that fail", () => failing(() => h.NetCon(5, 12), /NetCon/));
test("a template whose init fails", () => {
  h('begintemplate Failing\npublic s\ncreate s\nproc init() { execerror("in", "init") }\nendtemplate Failing');
  failing(() => h.Failing(), /in init/);
});
test("methods with wrong arguments", () => {
  const vector = h.Vector(3);
  failing(() => vector.add("text"), /Vector/);
  failing(() => vector.add(h.Vector(4)), /size/);
});
test("functions with wrong arguments and a section", () => {
  const sec = h.Section({ name: "s" });
  failing(() => h.area(7, { sec }), /from 0 to 1/);
});
test("getting and setting what is not there", () => {
  const sec = h.Section({ name: "s" });
  failing(() => sec(0.5).gnabar_hh, /does not exist/);
  failing(() => {
    h.thisisnothing = 1;
  }, /knows no name/);
});
test("callbacks that throw in a run", () => {
  h.Section({ name: "s" });
  const mine = new Error("mine");
  failing(() => {
    h.finitialize(-65);
    h.CVode().event(0.1, () => {
      throw mine;
    });
    h.continuerun(0.2);
  }, /mine/);
});
test("failures inside callbacks that are caught there", () => {
  h.Section({ name: "s" });
  let caught = 0;
  const handler = h.FInitializeHandler(() => {
    try {
      h("not HOC at all");
    } catch {
      caught++;
    }
  });
  for (let i = 0; i < times; i++) h.finitialize(-65);
  handler.dispose();
  assert.equal(caught, times);
});
test("structural calls refused in a run", () => {
  h.Section({ name: "s" });
  let refused = 0;
  h.finitialize(-65);
  h.CVode().event(0.1, () => {
    for (let i = 0; i < times; i++) {
      try {
        h.Section({ name: "t" });
      } catch {
        refused++;
      }
    }
  });
  h.continuerun(0.2);
  assert.equal(refused, times);
});
test("pushing a section that no longer exists", () => {
  const sec = h.Section({ name: "gone" });
  sec.dispose();
  failing(() => sec.push(), /no longer exists/);
  failing(() => h.area(0.5, { sec }), /no longer exists/);
});
test("files that are not there", () => failing((i) => h.load_file(`missing${i}.hoc`), /there is no file/));
