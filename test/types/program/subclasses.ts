// Compiles: classes that extend NEURON's; a field that would hide one of NEURON's names does not.

import { h, untyped } from "nrn-patch";

class Soma extends h.Section {
  label = "mine";
  constructor(name: string) {
    super({ name });
    this.L = 33;
  }
  get surface(): number {
    return Math.PI * this.L * this.diam;
  }
}
const soma = new Soma("soma");
soma(0.5).v satisfies number;
soma.label satisfies string;
soma.insert("hh").label satisfies string;

class Trace extends h.Vector {
  unit = "mV";
}
new Trace([1, 2, 3]).unit satisfies string;
new Trace(5).append(1).unit satisfies string;

class Pulse extends h.IClamp {
  tag = "pulse";
}
new Pulse(soma(0.5)).amp satisfies number;

export class Hiding extends h.Section {
  // @ts-expect-error TS2610: a field would hide NEURON's
  L = 33;
}
export class HidingToo extends h.IClamp {
  // @ts-expect-error TS2610
  amp = 0.5;
}
export class Cell extends untyped(h).Pair {
  number = 7;
}
// @ts-expect-error a name that nobody has
soma.unknown;
