// What TypeScript sees: mechanisms of which `glia types` has made declarations are typed, all others are generic.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pointer, PointProcess } from "nrn-patch";
import type { AnyMechanism, DensityMechanism, InsertedAs, Target } from "nrn-patch/glia";
import * as g from "nrn-patch/glia";

interface TypedSynapse extends PointProcess {
  /** Decay, ms. */
  tau: number;
  readonly _ref_tau: Pointer;
}
interface TypedAtSegment {
  gbar: number;
}
interface TypedChannel extends DensityMechanism<TypedAtSegment> {
  /** S/cm2 */
  gbar: number;
  readonly w: { readonly length: number; [i: number]: number };
}

declare module "nrn-patch/glia" {
  interface Mechanisms {
    TypedSynapse: TypedSynapse;
    TypedChannel: TypedChannel;
  }
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<_T extends true>(): void {}

/** Never run: it is enough that it compiles. */
export function typed(section: Target): void {
  const synapse = g.insert(section, "TypedSynapse", { attributes: { tau: 3 }, x: 0.5, variant: "fast", package: "p" });
  synapse.tau += synapse.stimulate().number;
  // @ts-expect-error: a mistyped parameter
  synapse.taau = 1;
  // @ts-expect-error: a mistyped attribute
  g.insert(section, "TypedSynapse", { attributes: { taau: 3 } });
  // @ts-expect-error: no parameter
  g.insert(section, "TypedSynapse", { attributes: { stimulate: 3 } });
  // @ts-expect-error: a pointer to a parameter is none
  g.insert(section, "TypedSynapse", { attributes: { _ref_tau: 3 } });
  // @ts-expect-error: upstream's name of an option
  g.insert(section, "TypedSynapse", { pkg: "p" });

  const channel = g.insert(section, "TypedChannel", { attributes: { gbar: 1, w: [1, 2] } });
  channel.gbar = channel(0.5).gbar + (channel.w[0] ?? 0) + channel.record("gbar").size();
  // @ts-expect-error: a mistyped parameter of a segment
  channel(0.5).gnabr = 1;

  const generic = g.insert(section, "NotTyped", { attributes: { anything: 3 } });
  generic.whatever = generic(0.5).more;
  const name: string = String(section);
  g.insert(section, name).whatever = 1;
  g.insert(null, "NetStim");
  holds<Same<InsertedAs<"TypedSynapse">, TypedSynapse>>();
  holds<Same<InsertedAs<"NotTyped">, AnyMechanism>>();

  const value: number = g.context({ package: "p", assets: { TypedChannel: { variant: "x" } } }, () => 3);
  const later: Promise<string> = g.context({}, async () => g.resolve("TypedChannel"));
  // @ts-expect-error: choices for one asset stand under assets
  g.context({ TypedChannel: { variant: "x" } }, () => value);
  g.select("TypedChannel", { package: "p" });
  void later;
}

test("typed and generic mechanisms compile as they should", () => {
  assert.equal(typeof typed, "function");
});
