// Does not compile: each line below is a mistake that the declarations find.

import { coreneuron, h, units } from "nrn-patch";

const soma = h.Section({ name: "soma" });
const clamp = h.IClamp(soma(0.5));
const v = h.Vector();
const nc = h.NetCon(null, null);

// @ts-expect-error a mistyped name of a section
soma.nsegg = 3;
// @ts-expect-error a mistyped name, read
soma.nsegg;
// @ts-expect-error a mistyped parameter of a segment
soma(0.5).gnabr_hh = 0.1;
// @ts-expect-error a mistyped parameter of a mechanism
soma(0.5).hh.gnabr = 0.1;
// @ts-expect-error a mistyped parameter of a clamp
clamp.ampl = 1;
// @ts-expect-error a mistyped name of h
h.celsiu = 37;
// @ts-expect-error a mistyped class
h.IClmp(soma(0.5));
// @ts-expect-error a mistyped option
h.Section({ nam: "soma" });
// @ts-expect-error a mistyped keyword
h.area(0.5, { sek: soma });
// @ts-expect-error a number where a pointer is due
v.record(soma(0.5).v);
// @ts-expect-error a string where a number is due
clamp.amp = "1";
// @ts-expect-error a string where NEURON writes its result
h.sprint("text", "%g", 3);
// @ts-expect-error arithmetic on a Vector
v * 2;
// @ts-expect-error arithmetic on a pointer
soma(0.5)._ref_v * 2;
// @ts-expect-error arithmetic on a segment
soma(0.5) * 2;
// @ts-expect-error an array without an index
nc.weight = 0.5;
// @ts-expect-error an array parameter without an index
soma(0.5).xraxial = 5;
// @ts-expect-error an artificial cell is in no section
h.NetStim().get_segment();
// @ts-expect-error what a function has in JavaScript, h has not
h.call(undefined);
// @ts-expect-error nor has a section
soma.bind(undefined);
// @ts-expect-error units are constants
units.ms = 2;
// @ts-expect-error a mistyped setting
coreneuron.enabled = true;
// @ts-expect-error a segment's section stays
soma(0.5).sec = soma;
// @ts-expect-error Python's way to other plotting libraries is not offered
h.RangeVarPlot("v").plot.length;
