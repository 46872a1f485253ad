// What changes the structure of the model: free when NEURON is idle, refused in the callbacks of a run.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { SimulationError, h as typed, untyped } from "nrn-patch";
import { checkSimulation } from "./simulation.js";

const h = untyped(typed);
h.load_file("stdrun.hoc");
h.onPrint(() => {});
h(
  'begintemplate Cell\npublic soma\ncreate soma\nendtemplate Cell\nproc makes() { execute("create made") }\ncreate hocsection',
);

let soma: any;
let dend: any;
let clamp: any;
let vector: any;

beforeEach(() => {
  soma = h.Section({ name: "soma" });
  dend = h.Section({ name: "dend" });
  soma.insert("hh");
  clamp = h.IClamp(soma(0.5));
  vector = h.Vector().record(soma(0.5)._ref_v);
});
afterEach(() => {
  for (const sec of h.allsec()) if (sec.name() !== "hocsection") sec.dispose();
});

/** Refused in a run. */
const structural: Record<string, () => unknown> = {
  "making a section": () => h.Section({ name: "new" }),
  "making a section in HOC": () => h("create another"),
  "making an object of a template with sections": () => h.Cell(),
  "making it in HOC": () => h("objref c\nc = new Cell()"),
  "deleting a section": () => dend.dispose(),
  "h.delete_section": () => h.delete_section({ sec: dend }),
  "deleting a section in HOC": () => h("hocsection { delete_section() }\ncreate hocsection"),
  "inserting a mechanism": () => dend.insert("pas"),
  "inserting it by h.pas": () => h.pas.insert(dend),
  "taking a mechanism out": () => soma.uninsert("hh"),
  "inserting in HOC": () => h("hocsection insert pas"),
  nseg: () => {
    dend.nseg = 5;
  },
  "nseg in HOC": () => h("hocsection nseg = 7"),
  connecting: () => dend.connect(soma(1)),
  "connecting in HOC": () => h("create hocchild\nconnect hocchild(0), hocsection(1)"),
  disconnecting: () => dend.disconnect(),
  "h.disconnect": () => h.disconnect({ sec: dend }),
  "making a point process": () => h.ExpSyn(dend(0.5)),
  "making a point process in HOC": () => h("objref s\nhocsection s = new ExpSyn(0.5)"),
  "making an artificial cell": () => h.NetStim(),
  "disposing a point process": () => clamp.dispose(),
  "moving a point process": () => clamp.loc(dend(0.5)),
  finitialize: () => h.finitialize(-65),
  "finitialize in HOC": () => h("finitialize(-65)"),
  stdinit: () => h.stdinit(),
  fadvance: () => h.fadvance(),
  continuerun: () => h.continuerun(1),
  "continuerun in HOC": () => h("continuerun(1)"),
  run: () => h.run(),
  psolve: () => h.ParallelContext().psolve(1),
  "CVode.solve": () => h.CVode().solve(1),
  "CVode.active": () => h.CVode().active(1),
  "the number of threads": () => h.ParallelContext().nthread(2),
};

/** Free in a run, too. */
const free: Record<string, () => unknown> = {
  "reading a voltage": () => soma(0.5).v,
  "setting a voltage": () => {
    soma(0.5).v = -60;
  },
  "setting a conductance": () => {
    soma.gnabar_hh = 0.12;
  },
  "setting a clamp": () => {
    clamp.amp = 0.1;
  },
  "making a Vector": () => h.Vector(3),
  "reading a recording": () => vector.toArray(),
  "making a NetCon": () => h.NetCon(soma(0.5)._ref_v, null, { sec: soma }),
  "scheduling an event": () => h.CVode().event(h.t + 0.1, () => {}),
  "walking the sections": () => [...h.allsec()].map((sec: any) => sec.name()),
  "running HOC": () => h("x = 1\nprint x"),
  "a failed HOC line that is caught": () => {
    try {
      h("no HOC");
    } catch {}
  },
  psection: () => soma.psection(),
  distance: () => h.distance(soma(0), soma(1)),
};

const moments: Record<string, (action: () => unknown) => unknown> = {
  "an event": (action) => {
    h.finitialize(-65);
    h.CVode().event(0.5, action);
    h.continuerun(1);
  },
  "a handler of an initialisation": (action) => {
    const handler = h.FInitializeHandler(1, action);
    try {
      h.finitialize(-65);
    } finally {
      handler.dispose();
    }
  },
  "a HOC call within an event": (action) => {
    h("objref receiver\nproc within() { receiver.act() }");
    h.receiver = { act: action };
    h.finitialize(-65);
    h.CVode().event(0.5, () => h.within());
    h.continuerun(1);
  },
};

describe("structural calls", () => {
  for (const [name, action] of Object.entries(structural)) {
    test(`${name}: free when NEURON is idle`, () => {
      h.finitialize(-65);
      h.ParallelContext().set_maxstep(10);
      action();
      h.CVode().active(0);
      h.ParallelContext().nthread(1);
    });
    for (const [moment, during] of Object.entries(moments))
      test(`${name}: refused in ${moment}`, () => {
        assert.throws(
          () => during(action),
          (error: Error) => error instanceof SimulationError && /run/i.test(error.message),
        );
        h.finitialize(-65);
        h.continuerun(1);
      });
  }
});

describe("all else", () => {
  for (const [name, action] of Object.entries(free))
    for (const [moment, during] of Object.entries(moments))
      test(`${name}: free in ${moment}`, () => {
        let done = false;
        during(() => {
          action();
          done = true;
        });
        assert.ok(done);
      });
});

describe("a handler of type 3", () => {
  for (const name of ["making a section", "inserting a mechanism", "nseg", "connecting", "making a point process"])
    test(`${name} is free there`, () => {
      const handler = h.FInitializeHandler(3, structural[name]);
      h.finitialize(-65);
      handler.dispose();
      h.continuerun(1);
    });
});

test("afterwards the simulation is right", () => {
  for (const sec of h.allsec()) if (sec.name() !== "hocsection") sec.dispose();
  checkSimulation(h);
});
