// g.insert: found, compiled, loaded and placed in one call; mechanisms as objects, under their full and their plain names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DisposedError, HocObject, PointProcess, p, SimulationError, h as typed, untyped } from "nrn-patch";
import * as g from "nrn-patch/glia";
import { leak, project, runsIn, synapse } from "./support.js";

const h = untyped(typed);
const pas = untyped(p);
const calcium = `NEURON {
  SUFFIX Ca
  USEION ca READ eca WRITE ica
  RANGE gbar, shift
  POINTER drive
}
PARAMETER { gbar = 0.001 (S/cm2) shift = 0 (mV) }
ASSIGNED { v (mV) eca (mV) ica (mA/cm2) drive }
BREAKPOINT { ica = gbar * (v - eca) }
`;
const cell = `NEURON {
  ARTIFICIAL_CELL Relay
  RANGE wait
}
PARAMETER { wait = 1 (ms) }
INITIAL { net_send(5, 1) }
NET_RECEIVE(w) { if (flag == 1) { net_event(t) } else { net_send(wait, 1) } }
`;
runsIn(
  project({
    "package.json": { name: "channels", version: "1.0.0", glia: { mods: "mod" } },
    "mod/Leak.mod": leak("Leak"),
    "mod/Syn.mod": synapse("Syn"),
    "mod/Ca.mod": calcium,
    "mod/Relay.mod": cell,
    "mod/Hidden.mod": "NEURON { POINT_PROCESS Hidden RANGE loc }\nPARAMETER { loc = 3 }\n",
    "mod/tools.mod": "NEURON { SUFFIX nothing }\nFUNCTION thrice(x) { thrice = 3 * x }\n",
  }),
);
const full = "glia__channels__Leak__0";
const synapseName = "glia__channels__Syn__0";

test("a density mechanism: inserted in the section, its parameters on all segments and at one", () => {
  const soma = p.Section({ name: "soma", nseg: 3 });
  const mech = g.insert(soma, "Leak", { attributes: { g: 0.5, w: [1, 2, 3] } });
  assert.ok(soma.has_membrane(full));
  assert.deepEqual(
    [...soma].map((segment) => untyped(segment).Leak.g),
    [0.5, 0.5, 0.5],
  );
  mech.g = 0.25;
  mech(0.5).g = 2;
  assert.deepEqual(
    [...soma].map((segment) => untyped(segment)[full].g),
    [0.25, 2, 0.25],
  );
  assert.equal(mech.g, 2, "a read is of the middle, as in NEURON");
  assert.deepEqual([...mech.w], [1, 2, 3]);
  mech.w[1] = 7;
  assert.deepEqual([mech(0.1).w[1], mech(0.9).w[1], mech.w.length], [7, 7, 3]);
  assert.throws(() => {
    mech.w = 3;
  }, /w.*\[i\]/s);
  assert.throws(() => mech.gg, /soma\.glia__channels__Leak__0 has no "gg"\. Did you mean "g"/);
  assert.throws(() => {
    mech.gbar = 1;
  }, /has no "gbar"/);
  assert.throws(() => {
    mech.g = "1";
  }, TypeError);
  assert.throws(() => mech(2), RangeError);
  assert.equal(g.insert(soma, "Leak"), mech, "one mechanism in a section is one object");
  assert.equal(mech.section, soma);
  assert.equal(String(mech), `soma.${full}`);
  assert.deepEqual([mech.asset.name, mech.asset.package, mech.asset.variant], ["Leak", "channels", "0"]);
  const [first] = mech.parameters;
  assert.deepEqual([first.name, first.units, first.comment], ["g", "S/cm2", "conductance"]);
  mech.uninsert();
  assert.ok(!soma.has_membrane(full));
  soma.dispose();
});

test("it runs, and records its own variables and those of its ions", () => {
  const soma = p.Section({ L: 10, diam: 10 });
  const mech = g.insert(soma, "Leak", { attributes: { g: 0.01, e: -50 } });
  const ca = g.insert(soma, "Ca", { attributes: { gbar: 0, drive: soma(0.5)._ref_v } });
  const current = mech.record("i", 0.5);
  assert.equal(mech.record("i"), current, "the same one for the same place");
  const ica = ca.record("ica", 0.5);
  const w = mech.record("w[1]");
  p.run(5, { vInit: -65 });
  assert.ok(Math.abs(soma.v + 50) < 1e-3);
  assert.equal(current.size(), 201);
  assert.ok(Math.abs((current[0] as number) - 0.01 * (-65 + 50)) < 1e-12);
  assert.equal(ica.max(), 0);
  assert.equal(w[1], 0.02);
  assert.equal(ca(0.5).drive, soma.v);
  assert.throws(() => ca.record("icaa"), /could be recorded\. Did you mean "ica"/);
  assert.throws(() => mech.record(), TypeError);
  assert.throws(() => p.record(mech), /say what is to be recorded of it/);
  soma.dispose();
});

test("a point process is a Patch object: placed, given its parameters, stimulated, connected", () => {
  const soma = p.Section({ name: "soma" });
  const syn = g.insert(soma, "Syn", { x: 0.25, attributes: { tau: 5 } });
  assert.ok(syn instanceof PointProcess);
  assert.equal(String(syn.get_segment()), "soma(0.5)", "where its node is");
  assert.equal(syn.tau, 5);
  assert.equal(String(syn), `${synapseName}[0]`);
  syn.stimulate({ start: 1, number: 1, weight: 0.01 });
  const connection = p.NetCon(p.NetStim(), syn, { weight: 1 });
  assert.equal(connection.syn(), syn);
  const g_ = p.record(syn._ref_g);
  p.run(5, { vInit: -65 });
  assert.ok(g_.max() > 0.005);
  assert.equal(g.insert(soma(1), "Syn").get_segment()?.x, 1);
  assert.throws(() => g.insert(soma(1), "Syn", { x: 0 }), /the segment soma\(1\) says where/);
  assert.throws(() => g.insert(soma, "Syn", { x: 1.5 }), RangeError);
  soma.dispose();
});

test("artificial cells take no place, and spike", () => {
  const relay = g.insert(null, "Relay", { attributes: { wait: 2 } });
  assert.equal(relay.wait, 2);
  const { spikes } = p.NetCon(relay, null);
  p.run(10);
  assert.deepEqual([...spikes], [5]);
  assert.throws(() => g.insert(null, "Relay", { x: 0.5 }), /an artificial cell, which has no place/);
  relay.dispose();
});

test("targets: sections of h, segments, and whatever has a place", () => {
  const plain = typed.Section("plain");
  assert.equal(g.insert(plain, "Leak").section, plain);
  assert.equal(g.insert(plain(0.3), "Ca").section, plain);
  const holder = { __neuron__: () => plain };
  assert.equal(g.insert(holder, "Syn").get_segment().sec, plain);
  const placed = { __neuron__: () => plain, __arc__: () => 1 };
  assert.equal(g.insert(placed, "Syn").get_segment().x, 1);
  for (const target of [undefined, null, 3, "plain", {}, p.NetStim()])
    for (const asset of ["Leak", "Syn"])
      assert.throws(
        () => g.insert(target as never, asset),
        (error) => error instanceof Error && "code" in error,
        `${asset} on ${String(target)}`,
      );
  plain.dispose();
  assert.throws(() => g.insert(plain, "Leak"), DisposedError);
});

test("unknown or wrong attributes are refused, and nothing is inserted", () => {
  const soma = p.Section("soma");
  const refused = (asset: string, attributes: object, expected: RegExp) =>
    assert.throws(() => g.insert(soma, asset, { attributes: attributes as never }), expected);
  refused("Leak", { g: 1, ee: 2 }, /Leak has no parameter "ee"\. Did you mean "e"\? It has: g, e, i, w/);
  refused("Syn", { taau: 2 }, /Syn has no parameter "taau"\. Did you mean "tau"/);
  refused("Syn", { stimulate: 2 }, /has no parameter "stimulate"/);
  refused("Hidden", { loc: 2 }, /NEURON has a function loc .* hides the loc of Hidden\. Rename it in .*Hidden\.mod/);
  refused("Leak", { q: 2 }, /q is a GLOBAL of Leak, one number for all of them: set h\.q_glia__channels__Leak__0/);
  refused("Leak", { g: "2" }, /attributes: Leak\.g: expected a number, got the string "2"/);
  refused("Leak", { g: Number.NaN }, /Leak\.g/);
  refused("Leak", { w: [1, 2] }, /w: expected 3 numbers, got 2/);
  refused("Leak", { w: 2 }, /w/);
  refused("Leak", { g: [1] }, /expected a number, got 1 numbers/);
  refused("Syn", { tau: [1, 2] }, /tau/);
  assert.ok(!soma.has_membrane(full));
  assert.deepEqual(soma(0.5).point_processes(), []);
  const options = (given: unknown, expected: RegExp) =>
    assert.throws(() => g.insert(soma, "Leak", given as never), expected);
  options({ pkg: "channels" }, /unknown option "pkg"/);
  options({ x: 0.5 }, /a density mechanism and is inserted in the whole section; set one segment with mechanism\(x\)/);
  options("fast", /expected options, got the string "fast"/);
  options({ attributes: 3 }, /attributes: expected an object/);
  assert.throws(() => g.insert(soma, 3 as never), /g\.insert: asset: expected a string/);
  assert.throws(() => g.insert(soma, "tools"), /is no mechanism: its file offers functions, h\.thrice/);
  assert.equal(h.thrice(2), 6);
  soma.dispose();
});

test("NEURON's own mechanisms are assets", () => {
  const soma = p.Section({ nseg: 3 });
  const hh = g.insert(soma, "hh", { attributes: { gnabar: 0.2 } });
  assert.deepEqual(
    [...soma].map((segment) => segment.hh.gnabar),
    [0.2, 0.2, 0.2],
  );
  assert.equal(hh.parameters.find(({ name }: { name: string }) => name === "gnabar").units, "S/cm2");
  assert.equal(g.insert(soma, "IClamp", { x: 0, attributes: { delay: 3, amp: 1 } }).del, 3);
  assert.equal(g.insert(null, "NetStim").number, 10);
  soma.dispose();
});

test("the plain name works everywhere, and the mechanism is one", () => {
  const soma = p.Section("soma");
  soma.insert("Leak");
  const { Leak, [full]: other, g_Leak } = untyped(soma(0.5));
  assert.deepEqual([Leak.g, other.g, g_Leak, Leak.name()], [0.001, 0.001, 0.001, full]);
  assert.equal(h.Leak, h[full]);
  assert.equal(untyped(soma).g_Leak, 0.001);
  h.q_Leak = 5;
  assert.equal(h[`q_${full}`], 5);
  assert.equal(h._ref_q_Leak[0], 5);
  h.setdata_Leak(soma(0.5));
  assert.equal(h.twice_Leak(4), 8);
  assert.equal(h.ismembrane("Leak", { sec: soma }), 1);
  assert.ok(soma.has_membrane("Leak"));
  const type = h.MechanismType(0);
  type.select("Leak");
  assert.equal(type.selected() > 0, true);
  assert.ok(h.MechanismStandard("Leak").count() > 0);
  assert.deepEqual(
    [...soma(0.5)].map((mech) => mech.name()).filter((name) => name.startsWith("glia")),
    [full],
  );
  soma.uninsert("Leak");
  assert.ok(!soma.has_membrane(full));
  soma.dispose();
});

test("point processes by their plain name: one class", () => {
  const soma = p.Section();
  const syn = pas.Syn(soma, 0.5);
  assert.equal(pas.Syn, pas[synapseName]);
  assert.equal(h.Syn, h[synapseName]);
  assert.ok(
    syn instanceof pas.Syn && syn instanceof h[synapseName] && syn instanceof PointProcess && syn instanceof HocObject,
  );
  assert.equal(syn.constructor, g.insert(soma, "Syn").constructor);
  const index = Number(/\d+(?=\]$)/.exec(String(syn))?.[0]);
  assert.equal(h.Syn[index], syn);
  assert.equal([...h.List("Syn")].includes(syn), true);
  class Mine extends pas.Syn {
    own = 3;
  }
  const mine = untyped(new (Mine as unknown as new (section: unknown) => unknown)(soma));
  assert.deepEqual([mine.own, mine.tau], [3, 2]);
  soma.dispose();
});

test("in HOC's text too", () => {
  h(`create dend
access dend
insert Leak
g_Leak = 7
g_Leak(0.5) = 8
q_Leak = 4
objref syn
syn = new Syn(0.5)
syn.tau = 9
double found[4]
found[0] = ismembrane("Leak")
found[1] = twice_Leak(3)
uninsert Leak
found[2] = ismembrane("Leak")
found[3] = ismembrane("pas") + ismembrane("nothing")`);
  assert.deepEqual([...h.found], [1, 6, 0, 0]);
  assert.deepEqual([h[`q_${full}`], h.syn.tau, h.syn.constructor === pas.Syn.prototype.constructor], [4, 9, true]);
  h("objref syn");
  h.dend.dispose();
});

test("nothing of this happens in a callback of a running simulation", () => {
  const soma = p.Section();
  let error: unknown;
  h.FInitializeHandler(() => {
    try {
      g.insert(soma, "Leak");
    } catch (thrown) {
      error = thrown;
    }
  });
  p.finitialize(-65);
  assert.ok(error instanceof SimulationError);
  p.clear();
});
