// Compiles: templates, HOC variables and mechanisms of one's own, by declaration merging.

import type { ClassOf, HocObject, Mechanism, Pointer, Section } from "nrn-patch";
import { h } from "nrn-patch";

declare module "nrn-patch" {
  interface Hoc {
    readonly Pair: ClassOf<Pair, [number?: number]>;
    my_variable: number;
    length: number;
  }
  interface SegmentVariables {
    readonly kv: Kv;
    gbar_kv: number;
    readonly _ref_gbar_kv: Pointer;
  }
}
interface Pair extends HocObject {
  readonly a: Section;
  readonly b: Section;
  number: number;
}
interface Kv extends Mechanism {
  gbar: number;
}

h.my_variable = 3;
const pair = h.Pair(5);
pair.a(0.5).v satisfies number;
new h.Pair().number satisfies number;
h.Pair[1]?.b.L satisfies number | undefined;
for (const each of h.List("Pair")) each.number satisfies number;
pair.a(0.5).kv.gbar = 0.1;
pair.a(0.5).gbar_kv satisfies number;
h.Vector().record(pair.a(0.5)._ref_gbar_kv);
// @ts-expect-error a mistyped parameter of one's own mechanism
pair.a(0.5).kv.gbr = 0.1;
// @ts-expect-error a mistyped member of one's own template
pair.numbr;
