// Density mechanisms, ions, extracellular, libraries of compiled mechanisms, channels made at run time.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { NameError } from "nrn-patch";
import { mechanisms } from "../truth/mechanisms.js";
import { clean, close, h } from "./support.js";

afterEach(clean);

function squid() {
  const soma = h.Section({ name: "soma" });
  soma.nseg = 3;
  soma.insert("hh");
  return soma;
}

describe("density mechanisms", () => {
  test("a mechanism is inserted by name or as an object, and insert returns the section", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => h.Section(name));
    assert.equal(a.insert("hh"), a);
    assert.equal(b.insert(h.hh), b);
    h.hh.insert(c);
    h.pas.insert([a, b]);
    for (const sec of [a, b, c]) assert.ok(sec.has_membrane("hh") && sec.has_membrane(h.hh));
    assert.deepEqual(
      [a, b, c].map((sec) => sec.has_membrane("pas")),
      [true, true, false],
    );
    assert.equal(h.ismembrane("hh", { sec: a }), 1);
  });

  test("a mechanism is taken out again", () => {
    const soma = squid();
    h.hh.uninsert(soma);
    soma.insert("pas").uninsert("pas");
    assert.deepEqual([soma.has_membrane("hh"), soma.has_membrane("pas")], [false, false]);
    assert.throws(() => soma(0.5).hh, NameError);
  });

  test("what is no density mechanism is told what it is", () => {
    const soma = h.Section("soma");
    assert.throws(() => soma.insert("hhh"), { name: "NameError", message: /Did you mean "hh"/ });
    assert.throws(() => soma.insert("IClamp"), { name: "NameError", message: /point process.*h\.IClamp/ });
    assert.throws(() => soma.insert(5), { name: "TypeError" });
    assert.throws(() => h.hh.insert(soma(0.5)), { name: "TypeError" });
    assert.deepEqual(
      [...soma(0.5)].map((m) => m.name()),
      [],
    );
  });

  test("a parameter is one number, by its full name or through its mechanism", () => {
    const soma = squid();
    soma(0.5).hh.gnabar = 0.2;
    assert.deepEqual([soma(0.5).gnabar_hh, soma(0.5).hh.gnabar, soma(0.1).hh.gnabar], [0.2, 0.2, 0.12]);
    soma(0.5).gnabar_hh = 0.3;
    assert.equal(soma(0.5).hh.gnabar, 0.3);
    assert.throws(() => soma(0.5).hh.gnabr, { name: "NameError", message: /"gnabar"/ });
    assert.throws(() => (soma(0.5).hh.gnabr = 1), { name: "NameError", message: /"gnabar"/ });
  });

  test("mechanisms met in a loop are generic", () => {
    const soma = squid();
    // Python: [m.name() for m in soma(0.5)]
    assert.deepEqual(
      [...soma(0.5)].map((m) => m.name()),
      ["k_ion", "na_ion", "hh"],
    );
    const hh = [...soma(0.5)][2];
    hh.set("gnabar", 0.1);
    assert.deepEqual([hh.get("gnabar"), hh.gnabar, hh.get("gnabar_hh"), hh.is_ion()], [0.1, 0.1, 0.1, false]);
    assert.ok(hh.segment().equals(soma(0.5)));
    assert.deepEqual([...hh.names()].slice(0, 4), ["gnabar", "gkbar", "gl", "el"]);
    assert.throws(() => hh.get("gna bar"), NameError);
  });

  test("a mechanism's functions are called at its segment", () => {
    const soma = squid();
    // Python: soma(0.5).hh.rates(-40), .minf, .mtau, .vtrap(3, 10)
    soma(0.5).hh.rates(-40);
    close([soma(0.5).hh.minf, soma(0.5).hh.mtau], [0.5006486315783902, 0.5006486315783902]);
    assert.equal(soma(0.1).hh.minf, 0);
    close(soma(0.5).hh.vtrap(3, 10), 8.574887740530245);
    assert.throws(() => soma(0.5).hh.rate(-40), NameError);
  });

  test("the steady state of a squid axon is Python's", () => {
    const soma = squid();
    h.celsius = 6.3;
    h.finitialize(-65);
    const { m, h: inactivation, n } = soma(0.5).hh;
    // Python: soma(0.5).hh.m, .h, .n after h.finitialize(-65)
    close([m, inactivation, n], [0.05293248525724958, 0.5961207535084603, 0.3176769140606974]);
  });

  test("a mechanism tells its source, its ions and its terms", () => {
    // Python: h.hh.ions, h.hh.ontology_ids, h.pas.ions, h.na_ion.code
    assert.deepEqual(h.hh.ions, {
      na: { read: ["ena"], write: ["ina"], charge: null, ontology_id: "CHEBI:29101" },
      k: { read: ["ek"], write: ["ik"], charge: null, ontology_id: "CHEBI:29103" },
    });
    assert.deepEqual(h.hh.ontology_ids, ["NCIT:C17145", "NCIT:C17008"]);
    assert.match(h.hh.code, /^TITLE hh\.mod/);
    assert.match(h.hh.file, /hh\.mod$/);
    assert.deepEqual([h.pas.ions, h.na_ion.code, h.hh.is_ion(), h.na_ion.is_ion()], [{}, "", false, true]);
  });

  test("MechanismType lists what there is, MechanismStandard holds a set of its values", () => {
    const [types, name] = [h.MechanismType(0), h.ref("")];
    types.select("hh");
    types.selected(name);
    assert.deepEqual([name[0], types.is_ion()], ["hh", false]);
    const standard = h.MechanismStandard("hh", 1);
    // Python: standard.count(), .name(name), .name(name, 0), .get("gnabar_hh")
    assert.deepEqual([standard.count(), standard.name(name), name[0]], [4, 0, "hh"]);
    assert.deepEqual([standard.name(name, 0), name[0], standard.get("gnabar_hh")], [1, "gnabar_hh", 0.12]);
    const soma = squid();
    standard.set("gnabar_hh", 0.5);
    standard.out({ sec: soma });
    assert.equal(soma.gnabar_hh, 0.5);
  });

  test("NEURON writing into a plain string throws, and the process lives", () => {
    const types = h.MechanismType(0);
    for (let i = 0; i < 100; i++) assert.throws(() => types.selected("text"), { name: "TypeError", message: /h\.ref/ });
    assert.throws(() => h.sprint("text", "%d", 3), { name: "TypeError", message: /h\.ref/ });
  });
});

describe("ions", () => {
  test("concentrations and reversal potentials are NEURON's", () => {
    const soma = squid();
    const [na, k] = [soma(0.5).na_ion, soma(0.5).k_ion];
    assert.deepEqual([na.nai, na.nao, na.ena, k.ki, k.ko, k.ek], [10, 140, 50, 54.4, 2.5, -77]);
    soma(0.5).ena = 55;
    assert.deepEqual([na.ena, soma(0.1).ena, na.is_ion()], [55, 50, true]);
  });

  test("the style of an ion is read and set for a section", () => {
    const soma = squid();
    const style = (...args: unknown[]) => h.ion_style("k_ion", ...args, { sec: soma });
    // Python: h.ion_style("k_ion", …, sec=soma), three times
    assert.deepEqual([style(), style(3, 2, 1, 1, 0), style()], [8, 8, 115]);
  });

  test("an ion is registered with its charge", () => {
    h.ion_register("mg", 2);
    assert.deepEqual([h.ion_charge("na_ion"), h.ion_charge("mg_ion")], [1, 2]);
    const soma = h.Section("soma").insert("mg_ion");
    soma.mgi = 0.5;
    assert.equal(soma(0.5).mg_ion.mgi, 0.5);
  });

  test("Nernst's and Goldman's equations", () => {
    squid();
    h.celsius = 6.3;
    // Python: h.nernst(10, 140, 1), h.nernst("ena", sec=soma), h.ghk(-65, 1e-4, 2, 2) at 6.3 °C
    close(
      [h.nernst(10, 140, 1), h.nernst("ena"), h.ghk(-65, 1e-4, 2, 2)],
      [63.55150321937486, 63.55150321937486, -2092.9392927736594],
    );
  });
});

describe("extracellular", () => {
  test("each layer has its own resistance and potential", () => {
    const sec = h.Section().insert("extracellular");
    sec.nseg = 3;
    for (const [i, seg] of [...sec].entries()) [seg.xraxial[0], seg.xraxial[1]] = [i + 1, 10 * i];
    assert.deepEqual(
      [...sec].map((seg) => [...seg.xraxial]),
      [
        [1, 0],
        [2, 10],
        [3, 20],
      ],
    );
    sec(0.5).vext[1] = 7;
    assert.deepEqual(
      [[...sec(0.5).vext], [...sec(0.5).extracellular.vext], sec(0.5)._ref_vext[1][0]],
      [[0, 7], [0, 7], 7],
    );
    assert.throws(() => sec(0.5).vext[2], { name: "RangeError", message: /vext.*0 to 1/ });
  });

  test("a layer is set on the whole section", () => {
    const sec = h.Section().insert("extracellular");
    sec.nseg = 3;
    sec.xraxial[1] = 5;
    assert.deepEqual(
      [...sec].map((seg) => [...seg.xraxial]),
      Array(3).fill([1e9, 5]),
    );
    assert.throws(() => (sec.xraxial = 5), { name: "TypeError", message: /xraxial\[i\]/ });
  });

  test("a parameter that is named like another mechanism's is its own", () => {
    const sec = h.Section().insert("extracellular").insert("pas");
    sec(0.5).extracellular.e = 3;
    assert.deepEqual([sec.e_extracellular, sec.e_pas], [3, -70]);
  });
});

describe("compiled mechanisms", () => {
  let library = "";
  before(async () => {
    library = await mechanisms();
  });

  test("a library is loaded late, and loading it twice is harmless", () => {
    squid();
    h.finitialize(-65);
    assert.throws(() => h.manyvars, NameError);
    assert.equal(h.nrn_load_dll(library), 1);
    assert.equal(h.nrn_load_dll(library), 1);
    assert.equal(h.manyvars.name(), "manyvars");
  });

  test("array parameters are indexed, counted and looped over", () => {
    const soma = h.Section().insert("manyvars");
    const { weights } = soma(0.5).manyvars;
    weights[1] = 2;
    weights[-1] = 4;
    assert.deepEqual([weights.length, [...weights], [...soma(0.5).weights_manyvars]], [4, [0, 2, 0, 4], [0, 2, 0, 4]]);
    for (const i of [4, -5]) assert.throws(() => weights[i], { name: "RangeError" });
    assert.throws(() => (soma(0.5).manyvars.weights = 3), { name: "TypeError", message: /weights_manyvars\[i\]/ });
    assert.equal(soma(0.5)._ref_weights_manyvars[3][0], 4);
  });

  test("a function uses its own segment's values", () => {
    const soma = h.Section().insert("manyvars");
    soma.nseg = 3;
    for (const seg of soma) seg.manyvars.weights[0] = seg.x;
    // total(0) = weights[0] * scale, scale 2
    close(
      [...soma].map((seg) => seg.manyvars.total(0)),
      [1 / 3, 1, 5 / 3],
      1e-15,
    );
    h.setdata_manyvars(0.5, { sec: soma });
    close(h.total_manyvars(0), 1, 1e-15);
  });

  test("globals are h's, arrays among them", () => {
    h.shared_manyvars = 1.5;
    h.pair_manyvars[1] = 0.25;
    assert.deepEqual([h.shared_manyvars, [...h.pair_manyvars]], [1.5, [0, 0.25]]);
  });

  test("RANDOM variables are streams", () => {
    const soma = h.Section("soma");
    const process = h.NoisyRelease(soma(0.5));
    // Python: nr.release.set_ids(1, 2, 3).set_seq(0).uniform(), list(nr.release.get_ids())
    close(process.release.set_ids(1, 2, 3).set_seq(0).uniform(), 0.980861897351951);
    assert.deepEqual([...process.release.get_ids()], [1, 2, 3]);
    assert.throws(() => (process.release = 3), { name: "TypeError" });
  });

  test("a file that is no library throws with the reason", () => {
    const path = new URL(import.meta.url).pathname;
    assert.throws(() => h.nrn_load_dll(path), { name: "HocError", message: /could not be loaded|invalid ELF/ });
    assert.equal(h.manyvars.name(), "manyvars");
  });
});

describe("channels made at run time", () => {
  test("a KSChan's mechanism is there as any other", () => {
    const channel = h.KSChan();
    channel.name("nahh");
    channel.ion("na");
    channel.gmax(0.12);
    const [m] = ["m", "h"].map((name) => channel.add_hhstate(name));
    m.gate().power(3);
    const soma = h.Section("soma").insert("nahh");
    assert.deepEqual([soma(0.5).nahh.gmax, soma.gmax_nahh, soma(0.5).nahh.name()], [0.12, 0.12, "nahh"]);
    soma(0.5).m_nahh = 0.5;
    assert.deepEqual([soma(0.5).nahh.m, soma(0.5)._ref_m_nahh[0]], [0.5, 0.5]);
    assert.ok([...soma(0.5)].some((mechanism) => mechanism.name() === "nahh"));
    assert.deepEqual(soma.psection().density_mechs.nahh.gmax, [0.12]);
    assert.ok("nahh" in h && h.ismembrane("nahh", { sec: soma }));
  });

  test("a state that is added later is seen", () => {
    const channel = h.KSChan();
    channel.name("later");
    channel.ion("NonSpecific");
    const soma = h.Section("soma");
    assert.throws(() => soma.insert("later").x_later, NameError);
    soma.uninsert("later");
    channel.add_hhstate("x");
    soma.insert("later");
    soma.x_later = 0.25;
    assert.equal(soma(0.5).later.x, 0.25);
  });
});
