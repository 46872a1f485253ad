// How the process ends: with callbacks alive, by quit() in HOC, inside a callback, by an error that nobody catches.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { described, type End, runText } from "./children.js";

const model = `
h.load_file("stdrun.hoc");
const soma = h.Section({ name: "soma" });
soma.L = soma.diam = 20;
soma.insert("hh");
const clamp = h.IClamp(soma(0.5));
[clamp.delay, clamp.dur, clamp.amp] = [1, 100, 1];
`;

function ended(end: End, code: number, stdout: RegExp) {
  assert.deepEqual([end.code, end.signal, end.late], [code, null, false], described(end));
  assert.match(end.stdout, stdout, described(end));
}

describe("the end of the process", { concurrency: 2 }, () => {
  test("with callbacks of every kind alive", async () => {
    const end = await runText(`${model}
      const keep = [h.FInitializeHandler(() => {}), h.FInitializeHandler(2, () => {})];
      const nc = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
      nc.record(() => {});
      h.CVode().extra_scatter_gather(0, () => {});
      h.finitialize(-65);
      for (let i = 0; i < 100; i++) h.CVode().event(1 + i, () => {});
      h.continuerun(5);
      process.on("exit", (code) => console.log("exit handlers run", code));
      console.log(keep.length);`);
    ended(end, 0, /exit handlers run 0\n$/);
    assert.equal(end.stderr, "");
  });

  test("with a listener for NEURON's output, and output that waits", async () => {
    const end = await runText(`h.onPrint((text) => console.log("heard", text)); h('print "no end of line"');`);
    ended(end, 0, /^heard no end of line/);
  });

  test("quit() in HOC runs the handlers of exit", async () => {
    const end = await runText(
      `process.on("exit", (code) => console.log("bye", code)); h("quit()"); console.log("never");`,
    );
    ended(end, 0, /^bye 0\n$/);
  });

  test("quit(3) in HOC ends with code 3", async () => {
    ended(await runText(`process.on("exit", () => console.log("bye")); h("quit(3)");`), 3, /^bye\n$/);
  });

  test("h.quit() deep in HOC, in a callback of a run", async () => {
    const end = await runText(`${model}
      h("proc leave() { quit(4) }");
      h.finitialize(-65);
      h.CVode().event(1, () => h.leave());
      h.continuerun(5);
      console.log("never");`);
    ended(end, 4, /^$/);
  });

  test("process.exit in a callback", async () => {
    const end = await runText(`${model}
      process.on("exit", (code) => console.log("bye", code));
      h.finitialize(-65);
      h.CVode().event(1, () => process.exit(5));
      h.continuerun(5);
      console.log("never");`);
    ended(end, 5, /^bye 5\n$/);
  });

  test("process.exit in a handler of an initialisation", async () => {
    ended(await runText(`${model} h.FInitializeHandler(() => process.exit(6)); h.finitialize(-65);`), 6, /^$/);
  });

  test("process.exitCode is kept", async () => {
    ended(await runText(`${model} process.exitCode = 7; h.finitialize(-65); h.continuerun(5);`), 7, /^$/);
  });

  test("an error that nobody catches ends with code 1 and is printed once", async () => {
    const end = await runText(
      `${model} h.finitialize(-65); h.CVode().event(1, () => { throw new Error("mine"); }); h.continuerun(5);`,
    );
    ended(end, 1, /^$/);
    assert.equal(end.stderr.match(/Error: mine/g)?.length, 1, end.stderr);
  });

  test("an EngineError names what it looked for when there is no NEURON", async () => {
    const end = await runText(`try { h.t; } catch (error) { console.log(error.name, error.code, error.message); }`, {
      env: { NRN_PATCH_NEURON: "/nowhere" },
    });
    ended(end, 0, /^EngineError ERR_PATCH_ENGINE NRN_PATCH_NEURON is \/nowhere/);
  });
});

describe("what a callback throws is the very same when it arrives", { concurrency: 2 }, () => {
  const thrown: [name: string, value: string][] = [
    ["an Error", "new Error('e')"],
    ["null", "null"],
    ["undefined", "undefined"],
    ["a string", "'text'"],
    ["a number", "42"],
    ["NaN", "NaN"],
    ["a symbol", "Symbol.for('s')"],
    ["a bigint", "10n"],
    ["an object", "({ own: 1 })"],
    ["a frozen object", "Object.freeze({})"],
    ["an error of ours", "(() => { try { h('bad bad'); } catch (e) { return e; } })()"],
  ];
  const ways: [name: string, run: string][] = [
    ["CVode.event", "h.finitialize(-65); h.CVode().event(1, fail); h.continuerun(5);"],
    [
      "FInitializeHandler",
      "const handler = h.FInitializeHandler(fail); try { h.finitialize(-65); } finally { handler.dispose(); }",
    ],
    ["NetCon.record", "nc.record(fail); try { h.finitialize(-65); h.continuerun(5); } finally { nc.record(); }"],
    ["a nested HOC call", "h.finitialize(-65); h.CVode().event(1, () => h.throwing()); h.continuerun(5);"],
    [
      "psolve",
      "h.finitialize(-65); h.CVode().event(1, fail); h.ParallelContext().set_maxstep(10); h.ParallelContext().psolve(5);",
    ],
    ["Vector.apply", "h.Vector([1, 2]).apply(fail);"],
    ["fit_praxis", "h.attr_praxis(1e-5, 0.5, 0); h.fit_praxis(fail, h.Vector([1]));"],
  ];
  for (const [way, run] of ways) {
    test(way, async () => {
      const end = await runText(`${model}
        const nc = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
        nc.threshold = 0;
        let value;
        const fail = () => { throw value; };
        const receiver = { fail };
        h("objref receiver\\nproc throwing() { receiver.fail() }");
        h.receiver = receiver;
        for (const make of [${thrown.map(([, value]) => `() => ${value}`).join(", ")}]) {
          value = make();
          let caught = "nothing", any = false;
          try { ${run} } catch (error) { caught = error; any = true; }
          console.log(any && Object.is(caught, value));
        }
        h.finitialize(-65);
        h.continuerun(5);
        console.log(h.t > 4.9);`);
      ended(end, 0, new RegExp(`^(true\n){${thrown.length + 1}}$`));
    });
  }
});
