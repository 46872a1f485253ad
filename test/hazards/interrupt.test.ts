// Ctrl-C: stops a run with an exception, ends the process when NEURON does not run, and at the second time in any case.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { described, runText } from "./children.js";

const model = `
h.load_file("stdrun.hoc");
const soma = h.Section({ name: "soma" });
soma.L = soma.diam = 20;
soma.nseg = 51;
soma.insert("hh");
h.finitialize(-65);
`;

/** Runs the text, and sends SIGINT as soon as it says "ready" (and again for each "again"). */
function interrupted(text: string, seconds = 20) {
  return runText(text, {
    seconds,
    onOutput: (output, child) => {
      if (/ready|again/.test(output)) setTimeout(() => child.kill("SIGINT"), 150);
    },
  });
}

const runs: [name: string, run: string][] = [
  ["continuerun", "h.continuerun(1e9)"],
  ["run", "h.tstop = 1e9; h.run()"],
  ["a HOC loop", "h('while (1) { x = 1 }')"],
  ["a HOC loop in a procedure", "h('proc forever() { while (1) { x = 1 } }'); h.forever()"],
  ["fadvance in a HOC loop", "h('while (1) fadvance()')"],
  ["psolve", "h.ParallelContext().set_maxstep(10); h.ParallelContext().psolve(1e9)"],
  ["CVode.solve", "h.CVode().active(1); h.CVode().maxstep(0.01); h.finitialize(-65); h.CVode().solve(1e9)"],
  ["continuerun with CVode", "h.CVode().active(1); h.CVode().maxstep(0.01); h.finitialize(-65); h.continuerun(1e9)"],
  [
    "a run with a callback at each spike",
    "const nc = h.NetCon(soma(0.5)._ref_v, null, { sec: soma }); nc.record(() => {}); h.continuerun(1e9)",
  ],
];

describe("SIGINT", { concurrency: 2 }, () => {
  for (const [name, run] of runs) {
    test(`stops ${name}, and the next run is right`, async () => {
      const end = await interrupted(`${model}
        const write = (text) => process.stdout.write(text);
        write("ready\\n");
        try {
          ${run};
          write("came back\\n");
        } catch (error) {
          write(error.name + " " + error.code + " " + error.message + "\\n");
        }
        h.CVode().active(0);
        h.dt = 0.025; // the variable step has left its own
        h.finitialize(-65);
        h.continuerun(3);
        write(h.t.toFixed(2) + "\\n");`);
      assert.match(end.stdout, /^ready\nSimulationError ERR_PATCH_INTERRUPTED .*Ctrl-C\.?\n3\.0\d\n$/, described(end));
      assert.equal(end.code, 0, described(end));
    });
  }

  test("stops a run that it came too early for: the run's own beginning takes NEURON's flags back", async () => {
    const end = await runText(
      `${model}
      const write = (text) => process.stdout.write(text);
      let isOnce = true;
      const handler = h.FInitializeHandler(() => {
        if (isOnce) process.kill(process.pid, "SIGINT");
        isOnce = false;
        h("x = 1");
      });
      h.tstop = 1e9;
      try {
        h.run();
        write("came back\\n");
      } catch (error) {
        write(error.code + "\\n");
      }
      h.tstop = 3;
      h.run();
      write(h.t.toFixed(2) + "\\n");`,
      { seconds: 20 },
    );
    assert.match(end.stdout, /^ERR_PATCH_INTERRUPTED\n3\.0\d\n$/, described(end));
    assert.equal(end.code, 0, described(end));
  });

  test("stops a run in pieces, between two of them as well as within one, and the next run is right", async () => {
    for (const body of ["", "await new Promise((done) => setTimeout(done, 400));"]) {
      const end = await runText(
        `const { p } = patch;
        ${model}
        const write = (text) => process.stdout.write(text);
        try {
          for await (const step of p.simulation(1e9)) {
            if (step.t < 1e8 && !globalThis.said) { globalThis.said = true; write("ready\\n"); }
            ${body}
          }
        } catch (error) {
          write(error.name + " " + error.code + " " + error.message + "\\n");
        }
        await p.simulate(3);
        write(h.t.toFixed(2) + "\\n");`,
        { onOutput: (output, child) => output.includes("ready") && setTimeout(() => child.kill("SIGINT"), 150) },
      );
      assert.match(end.stdout, /^ready\nSimulationError ERR_PATCH_INTERRUPTED .*Ctrl-C\.?\n3\.00\n$/, described(end));
      assert.equal(end.code, 0, described(end));
    }
  });

  test("before NEURON has been started ends the process", async () => {
    const end = await interrupted(`process.stdout.write("ready\\n"); setTimeout(() => console.log("alive"), 3000);`);
    assert.deepEqual([end.signal, end.stdout], ["SIGINT", "ready\n"], described(end));
  });

  test("after a run ends the process", async () => {
    const end = await interrupted(
      `${model} h.continuerun(5); process.stdout.write("ready\\n"); setTimeout(() => console.log("alive"), 3000);`,
    );
    assert.deepEqual([end.signal, end.stdout], ["SIGINT", "ready\n"], described(end));
  });

  test("after an interrupted run ends the process too", async () => {
    const end = await interrupted(`${model}
      process.stdout.write("ready\\n");
      try { h.continuerun(1e9); } catch { process.stdout.write("again\\n"); }
      setTimeout(() => console.log("alive"), 3000);`);
    assert.deepEqual([end.signal, end.stdout], ["SIGINT", "ready\nagain\n"], described(end));
  });

  test("is the program's own matter when it listens, and NEURON does not run", async () => {
    const end = await interrupted(`${model} h.continuerun(5);
      process.on("SIGINT", () => { console.log("heard"); process.exit(9); });
      process.stdout.write("ready\\n");
      setTimeout(() => console.log("alive"), 3000);`);
    assert.deepEqual([end.code, end.stdout], [9, "ready\nheard\n"], described(end));
  });

  test("twice ends a process that does not come back", async () => {
    // A callback that never returns: NEURON cannot be stopped, JavaScript neither.
    const end = await runText(
      `${model} h.CVode().event(1, () => { process.stdout.write("ready\\n"); for (;;); }); h.continuerun(5);`,
      {
        onOutput: (_, child) => {
          // On a busy machine two that follow fast arrive as one.
          const again = setInterval(() => child.kill("SIGINT"), 250);
          child.on("exit", () => clearInterval(again));
        },
      },
    );
    assert.deepEqual([end.signal, end.late], ["SIGINT", false], described(end));
  });
});
