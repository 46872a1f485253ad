// Which mechanism a name means: the order of preferences, and errors that list the candidates and say how to choose.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { discover } from "#src/glia/packages/discover.js";
import { writeProjectChoice } from "#src/glia/packages/preferences.js";
import { explain } from "#src/glia/packages/select.js";
import * as g from "#src/glia.js";
import { leak, project, runsIn, write } from "./support.js";

const manifest = (name: string) => ({ name, version: "1.0.0", glia: { mods: "mod" } });
const root = project({
  "package.json": { name: "project", dependencies: { a: "*", b: "*" } },
  "node_modules/a/package.json": manifest("a"),
  "node_modules/a/mod/Kv.mod": leak("Kv"),
  "node_modules/a/mod/Kv__fast.mod": leak("Kv"),
  "node_modules/a/mod/Na__x.mod": leak("Na"),
  "node_modules/a/mod/Na__y.mod": leak("Na"),
  "node_modules/a/mod/Alone__v.mod": leak("Alone"),
  "node_modules/a/mod/Twin.mod": leak("Twin"),
  "node_modules/a/mod/Twin__slow.mod": leak("Twin"),
  "node_modules/b/package.json": manifest("b"),
  "node_modules/b/mod/Kv.mod": leak("Kv"),
  "node_modules/b/mod/Kv__slow.mod": leak("Kv"),
});
runsIn(root);
const KvA = "glia__a__Kv__0";
const KvB = "glia__b__Kv__0";
const fast = "glia__a__Kv__fast";
const slow = "glia__b__Kv__slow";

test("the only one is meant; of several variants in one package, 0; a full name means itself", () => {
  assert.equal(g.resolve("Alone"), "glia__a__Alone__v");
  assert.equal(g.resolve("Twin"), "glia__a__Twin__0");
  assert.equal(g.resolve(slow), slow);
  assert.equal(g.resolve("hh"), "hh");
});

test("several packages: an error that lists them and says how to choose", () => {
  assert.throws(
    () => g.resolve("Kv"),
    (error) => {
      assert.ok(error instanceof g.TooManyMatchesError && error instanceof g.ResolveError);
      assert.equal(error.code, "ERR_GLIA_TOO_MANY");
      for (const name of [KvA, KvB, fast, slow]) assert.ok(error.message.includes(name), error.message);
      assert.match(
        error.message,
        /g\.insert\(section, "Kv", \{ package: "a", variant: "0" \}\).*g\.select\("Kv".*glia select Kv/,
      );
      return true;
    },
  );
  assert.throws(() => g.resolve("Na"), /2 mechanisms are called Na:[\s\S]*variant: "x"/);
});

test("options of the call narrow, and one that nothing fits says what there is", () => {
  assert.equal(g.resolve("Kv", { package: "a" }), KvA);
  assert.equal(g.resolve("Kv", { variant: "slow" }), slow);
  assert.equal(g.resolve("Kv", { package: "b", variant: "0" }), KvB);
  assert.equal(g.resolve("hh", { variant: "0" }), "hh", "NEURON's own have the variant 0");
  assert.throws(
    () => g.resolve("Kv", { variant: "fats" }),
    (error) => {
      assert.ok(error instanceof g.NoMatchesError);
      assert.match(error.message, /There is no Kv of variant fats \(the call\)\. Did you mean "fast"\?/);
      return error.message.includes(slow);
    },
  );
  assert.throws(() => g.resolve("hh", { package: "a" }), g.NoMatchesError);
  assert.throws(
    () => g.resolve("Kw"),
    (error) =>
      error instanceof g.UnknownAssetError && /"Kw"\. Did you mean "Kv"\?[\s\S]*"glia": \{ "mods"/.test(error.message),
  );
});

test("wrong options are refused by name", () => {
  assert.throws(() => g.resolve("Kv", { pkg: "a" } as never), /g\.resolve: unknown option "pkg"/);
  assert.throws(() => g.resolve("Kv", { package: 3 } as never), /g\.resolve: package: expected a string, got 3/);
  assert.throws(() => g.resolve(3 as never), /g\.resolve: asset: expected a string/);
  assert.throws(() => g.context({ Kv: {} } as never, () => 0), /g\.context: unknown option "Kv".*under "assets"/);
  assert.throws(
    () => g.context({ assets: { Kv: "a" } } as never, () => 0),
    /assets\.Kv: expected \{ package, variant \}/,
  );
  assert.throws(() => g.context({}, 3 as never), /g\.context: expected a function/);
  assert.throws(() => g.select("Kw"), g.UnknownAssetError);
  assert.throws(() => g.select("Kv", { variant: "none" }), g.NoMatchesError);
});

test("the call before contexts, inner before outer, these before g.select, that before the project's file", () => {
  const file = writeProjectChoice(root, "Kv", { package: "a" });
  assert.equal(file, join(root, ".glia.json"));
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), { assets: { Kv: { package: "a" } } });
  assert.equal(g.resolve("Kv"), KvA);
  g.select("Kv", { package: "b" });
  assert.equal(g.resolve("Kv"), KvB);
  g.context({ assets: { Kv: { variant: "fast" } } }, () => {
    assert.equal(g.resolve("Kv"), fast, "a variant that g.select's package has not: the nearer one counts");
    assert.equal(
      g.context({ package: "b" }, () => g.resolve("Kv")),
      KvB,
    );
    assert.equal(g.resolve("Kv", { variant: "slow" }), slow);
  });
  assert.equal(g.resolve("Kv"), KvB);
  g.select("Kv");
  assert.equal(g.resolve("Kv"), KvA);
  writeProjectChoice(root, "Kv", {});
  assert.ok(!existsSync(file));
  assert.throws(() => g.resolve("Kv"), g.TooManyMatchesError);
});

test("what a context says of one asset and of all goes together key by key", () => {
  // Upstream's Glia lets the one hide the other (a variant for Kv, and the package is forgotten).
  g.context({ package: "a", assets: { Kv: { variant: "fast" } } }, () => assert.equal(g.resolve("Kv"), fast));
  g.context({ package: "b" }, () => {
    g.context({ assets: { Kv: { variant: "slow" } } }, () => assert.equal(g.resolve("Kv"), slow));
    assert.throws(
      () => g.resolve("Na"),
      /There is no Na of package b \(a context\)/,
      "no other package is taken in silence",
    );
    assert.equal(g.resolve("hh"), "hh", "what NEURON alone has needs no choice");
  });
});

test("a context holds for what is awaited inside, and for nothing beside it; its preferences are not changed", async () => {
  const preferences = Object.freeze({
    package: "a",
    assets: Object.freeze({ Kv: Object.freeze({ variant: "fast" }) }),
  });
  const wait = () => new Promise((done) => setTimeout(done, 5));
  const inside = g.context(preferences, async () => {
    await wait();
    const first = g.resolve("Kv");
    await g.context({ assets: { Kv: { package: "b", variant: "slow" } } }, async () => {
      await wait();
      assert.equal(g.resolve("Kv"), slow);
    });
    return [first, g.resolve("Kv")];
  });
  const beside = g.context({ package: "b" }, async () => {
    await wait();
    return g.resolve("Kv");
  });
  assert.throws(() => g.resolve("Kv"), g.TooManyMatchesError);
  assert.deepEqual(await inside, [fast, fast]);
  assert.equal(await beside, KvB);
  assert.throws(
    () =>
      g.context({ package: "a" }, () => {
        throw new RangeError("own");
      }),
    RangeError,
  );
});

test("a project's file with a fault is named, and other files of it stay as they are", () => {
  const look = (content: unknown) => {
    write(root, { ".glia.json": content });
    g.packages();
  };
  look({ asset: {} });
  assert.throws(
    () => g.resolve("Kv"),
    (error) => error instanceof g.PackageError && /\.glia\.json: unknown option "asset"/.test(error.message),
  );
  look("{");
  assert.throws(() => g.resolve("Kv"), /\.glia\.json is not JSON/);
  look({ package: "b", assets: { Na: { variant: "x" } } });
  assert.equal(g.resolve("Kv"), KvB);
  writeProjectChoice(root, "Kv", { variant: "slow" });
  assert.equal(g.resolve("Kv"), slow);
  assert.deepEqual(JSON.parse(readFileSync(join(root, ".glia.json"), "utf8")), {
    package: "b",
    assets: { Kv: { variant: "slow" }, Na: { variant: "x" } },
  });
});

test("a choice can be explained", () => {
  write(root, { ".glia.json": { assets: { Kv: { package: "a" } } } });
  const found = discover(root);
  const { chosen, because, candidates } = explain(found, "Kv");
  assert.equal(chosen?.fullName, KvA);
  assert.equal(candidates.length, 4);
  assert.match(because, /package a \(.*\.glia\.json\); of the variants of one package, 0 is meant/);
  assert.match(explain(found, "Alone").because, /the only one/);
  assert.ok(explain(found, "Na").error instanceof g.TooManyMatchesError);
  assert.ok(explain(found, "Nothing").error instanceof g.UnknownAssetError);
});
