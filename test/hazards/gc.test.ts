// Memory: what is dropped is freed, within one turn of the event loop too; what is read leaves nothing behind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { h as typed, untyped } from "nrn-patch";
import { native } from "#engine";

const h = untyped(typed);
h.load_file("stdrun.hoc");
const collect = (globalThis as { gc?: () => void }).gc;
assert.ok(collect, "node --expose-gc");

const MB = 2 ** 20;
function memory(): number {
  collect?.();
  collect?.();
  return process.memoryUsage().rss / MB;
}

/** Megabytes that the process has grown by, from the second round on: the first one fills caches. */
function growth(round: () => void, rounds = 2): number {
  round();
  const before = memory();
  for (let i = 1; i < rounds; i++) round();
  return memory() - before;
}

test("300 000 Vectors made and dropped in one synchronous loop", () => {
  h.Vector(10);
  const before = memory();
  let sum = 0;
  for (let i = 0; i < 300_000; i++) sum += h.Vector(10).size();
  const grown = process.memoryUsage().rss / MB - before;
  assert.equal(sum, 3_000_000);
  assert.ok(grown < 80, `grown by ${grown.toFixed(1)} MB`);
});

test("30 000 large Vectors in one synchronous loop", () => {
  const before = memory();
  for (let i = 0; i < 30_000; i++) h.Vector(10_000);
  const grown = process.memoryUsage().rss / MB - before;
  // All of them would be 2400 MB.
  assert.ok(grown < 600, `grown by ${grown.toFixed(1)} MB`);
});

test("a million reads of a value, and of pointers", () => {
  const sec = h.Section({ name: "s" });
  sec.insert("hh");
  const seg = sec(0.5);
  let sum = 0;
  const grown = growth(() => {
    for (let i = 0; i < 1_000_000; i++) sum += seg.v;
    for (let i = 0; i < 1_000_000; i++) sum += seg._ref_v[0];
    for (let i = 0; i < 300_000; i++) sum += sec(0.5).hh.gnabar;
  });
  assert.ok(Number.isFinite(sum));
  assert.ok(grown < 10, `grown by ${grown.toFixed(1)} MB`);
  sec.dispose();
});

test("h.ref, strings and Lists come and go", () => {
  const grown = growth(() => {
    for (let i = 0; i < 50_000; i++) {
      const text = h.ref("");
      h.sprint(text, "%g", i);
      const list = h.List();
      list.append(h.Vector(3));
    }
  });
  assert.ok(grown < 40, `grown by ${grown.toFixed(1)} MB`);
});

test("200 cells built and disposed 200 times", () => {
  const build = () => {
    const cells = Array.from({ length: 200 }, (_, i) => {
      const soma = h.Section({ name: `soma${i}` });
      const dend = h.Section({ name: `dend${i}` });
      dend.connect(soma(1));
      soma.insert("hh");
      dend.insert("pas");
      const syn = h.ExpSyn(dend(0.5));
      const stim = h.NetStim();
      const nc = h.NetCon(stim, syn);
      nc.weight[0] = 0.01;
      const v = h.Vector().record(soma(0.5)._ref_v);
      return { soma, dend, syn, stim, nc, v };
    });
    h.finitialize(-65);
    for (const { soma, dend, stim } of cells) {
      stim.dispose();
      dend.dispose();
      soma.dispose();
    }
  };
  build();
  collect();
  const handles = native.handleCount();
  build();
  build();
  const before = memory();
  for (let i = 0; i < 197; i++) build();
  const grown = memory() - before;
  assert.equal([...h.allsec()].length, 0);
  assert.equal([...h.NetCon].length, 0);
  assert.equal([...h.ExpSyn].length, 0);
  assert.ok(native.handleCount() - handles < 1000, `${native.handleCount() - handles} handles more`);
  assert.ok(grown < 40, `grown by ${grown.toFixed(1)} MB`);
});

test("callbacks that are dropped are freed with what they hold", async () => {
  const gone = new FinalizationRegistry<number>(() => {
    freed++;
  });
  let freed = 0;
  for (let i = 0; i < 100; i++) {
    const large = new Float64Array(10_000);
    const handler = h.FInitializeHandler(() => large.length);
    gone.register(large, i);
    handler.dispose();
  }
  for (let i = 0; i < 10 && freed < 90; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.ok(freed >= 90, `${freed} of 100 freed`);
});
