// Does not compile: each line below is a mistake with p that the declarations find.

import { connection, p } from "nrn-patch";

const soma = p.Section({ name: "soma" });
const syn = p.ExpSyn(soma);

// @ts-expect-error a mistyped parameter
p.ExpSyn(soma).tua;
// @ts-expect-error a mistyped parameter, written
syn.tua = 3;
// @ts-expect-error a mistyped option
p.Section({ nam: "soma" });
// @ts-expect-error an option of the wrong type
p.Section({ L: "20" });
// @ts-expect-error a point process needs a place
p.ExpSyn();
// @ts-expect-error null is no place
p.ExpSyn(null);
// @ts-expect-error a mistyped option
p.NetCon(soma, syn, { wieght: 1 });
// @ts-expect-error a mistyped option
syn.stimulate({ strat: 1 });
// @ts-expect-error a pattern has no start
syn.stimulate([1, 2], { start: 1 });
// @ts-expect-error a mistyped option
soma.iclamp({ amplitude: 1, dealy: 1 });
// @ts-expect-error without amplitude
soma.iclamp({ delay: 1 });
// @ts-expect-error three potentials, not two
soma.vclamp({ voltage: [1, 2] });
// @ts-expect-error a mistyped option
soma.synapse(p.ExpSyn, { at: 0.5 });
// @ts-expect-error a mistyped option
p.run(10, { v_init: -65 });
// @ts-expect-error a number where a place is due
p.record(soma(0.5).v);
// @ts-expect-error a mistyped option
connection(soma, syn, { strikt: true });
// @ts-expect-error the threshold belongs to the source
p.ParallelCon(1, syn, { threshold: 0 });
// @ts-expect-error a mistyped name
p.celsiu = 3;
// @ts-expect-error a mistyped class
p.ExpSin(soma);
// @ts-expect-error p.time stays
p.time = p.Vector();
// @ts-expect-error so does a section's table of recordings
soma.recordings.clear();
// @ts-expect-error points are x, y and z
soma.points = [[0, 0, 0]];
// @ts-expect-error VecStim takes times
p.VecStim(["a"]);
// @ts-expect-error a weight is a number or several
p.NetCon(soma, syn, { weight: "1" });
// @ts-expect-error a mistyped name of a section
soma.nsegg = 3;

export class Hiding extends p.Section {
  // @ts-expect-error TS2610: a field would hide NEURON's
  L = 33;
}
export class HidingToo extends p.ExpSyn {
  // @ts-expect-error TS2610
  tau = 3;
}
