// The public module "nrn-patch/glia": names and types only.
import "./index.js";
import type { InsertedMechanism as Inserted } from "./glia/density.js";
import type { AttributeValue, InsertOptions } from "./glia/insert.js";
import * as inserting from "./glia/insert.js";
import type { Choice, Preferences } from "./glia/packages/preferences.js";
import type { Mechanism } from "./hoc/mechanism.js";
import type { Target } from "./patch/shape.js";

export {
  CompileError,
  GliaError,
  NmodlError,
  NoMatchesError,
  PackageError,
  ResolveError,
  type SourceProblem,
  TooManyMatchesError,
  UnknownAssetError,
} from "./core/errors.js";
export { context, resolve, select } from "./glia/insert.js";
export { type CompileOptions, type CompileReport, compile, type LoadReport, load, packages } from "./glia/load.js";
export type { CompileProgress } from "./glia/packages/compile.js";
export type { Asset, GliaPackage } from "./glia/packages/discover.js";
export type { MechanismKind, NmodlFunction, NmodlIon, NmodlVariable } from "./glia/packages/nmodl.js";
export type { AttributeValue, Choice, InsertOptions, Mechanism, Preferences, Target };

/**
 * What `insert` gives for each asset, by the asset's name. `glia types` fills it in for the mechanisms that are found:
 * `declare module "nrn-patch/glia" { interface Mechanisms { AMPA: … } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be added to
export interface Mechanisms {}

/** A density mechanism in a section: its parameters are those of all segments; called, it is the mechanism at one. */
export interface DensityMechanism<AtSegment = Mechanism> extends Omit<Inserted, "toString"> {
  (x: number): AtSegment;
}

/** A mechanism of which no types were made: any name may be a parameter's. */
// biome-ignore lint/suspicious/noExplicitAny: its names exist only at run time
export type AnyMechanism = any;

/** What the asset gives: its own type where `glia types` has made one. */
export type InsertedAs<Name extends string> = Name extends keyof Mechanisms ? Mechanisms[Name] : AnyMechanism;

/** The parameters of a mechanism that can be given values. */
export type Attributes<Type> = 0 extends 1 & Type
  ? Readonly<Record<string, AttributeValue | undefined>>
  : {
      readonly [Key in keyof Type as Key extends string
        ? Key extends `_ref_${string}`
          ? never
          : Type[Key] extends number | { readonly [i: number]: number }
            ? Key
            : never
        : never]?: AttributeValue;
    };

export interface TypedInsertOptions<Name extends string> extends Omit<InsertOptions, "attributes"> {
  /** Values for the mechanism's parameters. */
  readonly attributes?: Attributes<InsertedAs<Name>>;
}

/**
 * Inserts a density mechanism in the target's section, or places a point process on it; an artificial cell takes `null`.
 * The mechanism is looked for in the root project, its dependencies and NEURON, and compiled and loaded when needed.
 */
export const insert: <Name extends string>(
  target: Target | null,
  asset: Name,
  options?: TypedInsertOptions<Name>,
) => InsertedAs<Name> = inserting.insertMechanism as never;
