// Density mechanisms: as objects (`h.hh`), in a segment (`seg.hh`), and those that are built into NEURON.

import type { Pointer } from "../pointer.js";
import type { Section } from "../section.js";
import type { Segment } from "../segment.js";
import type { HocArray, PointerArray } from "./base.js";

/**
 * A density mechanism in one segment: what a loop over a segment gives.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface Mechanism {
  /** Name of the mechanism: "hh". */
  name(): string;
  /** The segment. */
  segment(): Segment;
  /** Whether it is an ion. */
  is_ion(): boolean;
  /** Value of a variable, by its plain name: "gnabar". */
  get(name: string): number;
  /** Sets a variable, by its plain name. */
  set(name: string, value: number): void;
}

/**
 * A density mechanism as such: `h.hh`.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface DensityMechanism {
  /** Name of the mechanism: "hh". */
  name(): string;
  /** Inserts it into a section, or into each of several. */
  insert(sections: Section | Iterable<Section>): this;
  /** Takes it out of a section, or out of each of several. */
  uninsert(sections: Section | Iterable<Section>): this;
  /** Whether it is an ion. */
  is_ion(): boolean;
  /** The names of its range variables, without the mechanism's. */
  variables(): string[];
  /** Path of its NMODL source when it was compiled. */
  readonly file: string;
  /** Its NMODL source, "" when there is none. */
  readonly code: string;
  /** The ions it uses, by name. */
  readonly ions: Readonly<Record<string, IonUse>>;
  /** The terms of ontologies that its source says it represents. */
  readonly ontology_ids: readonly string[];
}

/** What a mechanism does with an ion. */
export interface IonUse {
  /** Charge of the ion, where the source says it. */
  readonly charge: number | null;
  /** Term of an ontology for it, where the source says one. */
  readonly ontology_id: string | null;
  /** Variables that it reads. */
  readonly read: readonly string[];
  /** Variables that it writes. */
  readonly write: readonly string[];
}

/**
 * The squid axon's sodium, potassium and leak channels (Hodgkin and Huxley 1952). Made for 6.3 °C.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#mech-hh
 */
export interface Mechanism_hh extends Mechanism {
  /** Largest sodium conductance, S/cm² (default 0.12). */
  gnabar: number;
  /** Largest potassium conductance, S/cm² (default 0.036). */
  gkbar: number;
  /** Leak conductance, S/cm² (default 0.0003). */
  gl: number;
  /** Leak reversal potential, mV (default -54.3). */
  el: number;
  /** Sodium conductance, S/cm². */
  gna: number;
  /** Potassium conductance, S/cm². */
  gk: number;
  /** Leak current, mA/cm². */
  il: number;
  /** Steady state of m. */
  minf: number;
  /** Steady state of h. */
  hinf: number;
  /** Steady state of n. */
  ninf: number;
  /** Time constant of m, ms. */
  mtau: number;
  /** Time constant of h, ms. */
  htau: number;
  /** Time constant of n, ms. */
  ntau: number;
  /** Sodium activation. */
  m: number;
  /** Sodium inactivation. */
  h: number;
  /** Potassium activation. */
  n: number;
  /** Computes steady states and time constants for the voltage, mV. */
  rates(v: number): number;
  /** x / (exp(x / y) - 1), also where x is near 0. */
  vtrap(x: number, y: number): number;
  readonly _ref_gnabar: Pointer;
  readonly _ref_gkbar: Pointer;
  readonly _ref_gl: Pointer;
  readonly _ref_el: Pointer;
  readonly _ref_gna: Pointer;
  readonly _ref_gk: Pointer;
  readonly _ref_il: Pointer;
  readonly _ref_minf: Pointer;
  readonly _ref_hinf: Pointer;
  readonly _ref_ninf: Pointer;
  readonly _ref_mtau: Pointer;
  readonly _ref_htau: Pointer;
  readonly _ref_ntau: Pointer;
  readonly _ref_m: Pointer;
  readonly _ref_h: Pointer;
  readonly _ref_n: Pointer;
}

/**
 * A passive membrane current.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#mech-pas
 */
export interface Mechanism_pas extends Mechanism {
  /** Conductance, S/cm² (default 0.001). */
  g: number;
  /** Reversal potential, mV (default -70). */
  e: number;
  /** Current, mA/cm². */
  i: number;
  readonly _ref_g: Pointer;
  readonly _ref_e: Pointer;
  readonly _ref_i: Pointer;
}

/**
 * A passive membrane current, computed faster and without recording it.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#mech-fastpas
 */
export interface Mechanism_fastpas extends Mechanism {
  /** Conductance, S/cm² (default 0.0005). */
  g: number;
  /** Reversal potential, mV (default -65). */
  e: number;
  readonly _ref_g: Pointer;
  readonly _ref_e: Pointer;
}

/**
 * Layers of extracellular space around the membrane; the outermost ends in a battery of voltage e.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#mech-extracellular
 */
export interface Mechanism_extracellular extends Mechanism {
  /** Resistance along each layer, MΩ/cm (default 1e9). */
  readonly xraxial: HocArray;
  /** Conductance of each layer to the next one, S/cm² (default 1e9). */
  readonly xg: HocArray;
  /** Capacitance of each layer to the next one, µF/cm² (default 0). */
  readonly xc: HocArray;
  /** Potential outside the membrane in each layer, mV. */
  readonly vext: HocArray;
  /** Battery beyond the last layer, mV (default 0). */
  e: number;
  /** Total membrane current, mA/cm². */
  i_membrane: number;
  /** NEURON's own: conductance of the last step. */
  sav_g: number;
  /** NEURON's own: right hand side of the last step. */
  sav_rhs: number;
  readonly _ref_xraxial: PointerArray;
  readonly _ref_xg: PointerArray;
  readonly _ref_xc: PointerArray;
  readonly _ref_vext: PointerArray;
  readonly _ref_e: Pointer;
  readonly _ref_i_membrane: Pointer;
  readonly _ref_sav_g: Pointer;
  readonly _ref_sav_rhs: Pointer;
}

/**
 * The sodium ion: concentrations, reversal potential and total current.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface Mechanism_na_ion extends Mechanism {
  /** Reversal potential of sodium, mV (default 50). */
  ena: number;
  /** Concentration of sodium inside, mM (default 10). */
  nai: number;
  /** Concentration of sodium outside, mM (default 140). */
  nao: number;
  /** Total sodium current, mA/cm²; negative flows in. */
  ina: number;
  /** Derivative of the sodium current by voltage, S/cm². */
  dina_dv_: number;
  readonly _ref_ena: Pointer;
  readonly _ref_nai: Pointer;
  readonly _ref_nao: Pointer;
  readonly _ref_ina: Pointer;
  readonly _ref_dina_dv_: Pointer;
}

/**
 * The potassium ion: concentrations, reversal potential and total current.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface Mechanism_k_ion extends Mechanism {
  /** Reversal potential of potassium, mV (default -77). */
  ek: number;
  /** Concentration of potassium inside, mM (default 54.4). */
  ki: number;
  /** Concentration of potassium outside, mM (default 2.5). */
  ko: number;
  /** Total potassium current, mA/cm²; negative flows in. */
  ik: number;
  /** Derivative of the potassium current by voltage, S/cm². */
  dik_dv_: number;
  readonly _ref_ek: Pointer;
  readonly _ref_ki: Pointer;
  readonly _ref_ko: Pointer;
  readonly _ref_ik: Pointer;
  readonly _ref_dik_dv_: Pointer;
}

/**
 * The calcium ion: concentrations, reversal potential and total current. It exists once a mechanism that uses it is
 * loaded.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface Mechanism_ca_ion extends Mechanism {
  /** Reversal potential of calcium, mV (default 132.46). */
  eca: number;
  /** Concentration of calcium inside, mM (default 5e-05). */
  cai: number;
  /** Concentration of calcium outside, mM (default 2). */
  cao: number;
  /** Total calcium current, mA/cm²; negative flows in. */
  ica: number;
  /** Derivative of the calcium current by voltage, S/cm². */
  dica_dv_: number;
  readonly _ref_eca: Pointer;
  readonly _ref_cai: Pointer;
  readonly _ref_cao: Pointer;
  readonly _ref_ica: Pointer;
  readonly _ref_dica_dv_: Pointer;
}
