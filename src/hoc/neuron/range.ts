// The range variables that segments and sections offer. Interfaces, so that mechanisms of one's own can be merged in.

import type { Pointer } from "../pointer.js";
import type { HocArray, PointerArray } from "./base.js";
import type {
  Mechanism_ca_ion,
  Mechanism_extracellular,
  Mechanism_fastpas,
  Mechanism_hh,
  Mechanism_k_ion,
  Mechanism_na_ion,
  Mechanism_pas,
} from "./mechanisms.js";

/**
 * What `seg.` offers: range variables by NEURON's full names, pointers to them, and the mechanisms as objects.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface SegmentVariables {
  /** Membrane potential, mV. */
  v: number;
  /** Membrane capacitance, µF/cm² (default 1). */
  cm: number;
  /** Diameter, µm (default 500). */
  diam: number;
  /** Capacitive current, mA/cm². */
  i_cap: number;
  /** Total membrane current, nA: exists while `CVode.use_fast_imem` is on. */
  i_membrane_: number;
  /** Largest sodium conductance, S/cm² (default 0.12). */
  gnabar_hh: number;
  /** Largest potassium conductance, S/cm² (default 0.036). */
  gkbar_hh: number;
  /** Leak conductance, S/cm² (default 0.0003). */
  gl_hh: number;
  /** Leak reversal potential, mV (default -54.3). */
  el_hh: number;
  /** Sodium conductance, S/cm². */
  gna_hh: number;
  /** Potassium conductance, S/cm². */
  gk_hh: number;
  /** Leak current, mA/cm². */
  il_hh: number;
  /** Steady state of m. */
  minf_hh: number;
  /** Steady state of h. */
  hinf_hh: number;
  /** Steady state of n. */
  ninf_hh: number;
  /** Time constant of m, ms. */
  mtau_hh: number;
  /** Time constant of h, ms. */
  htau_hh: number;
  /** Time constant of n, ms. */
  ntau_hh: number;
  /** Sodium activation. */
  m_hh: number;
  /** Sodium inactivation. */
  h_hh: number;
  /** Potassium activation. */
  n_hh: number;
  /** Conductance, S/cm² (default 0.001). */
  g_pas: number;
  /** Reversal potential, mV (default -70). */
  e_pas: number;
  /** Current, mA/cm². */
  i_pas: number;
  /** Conductance, S/cm² (default 0.0005). */
  g_fastpas: number;
  /** Reversal potential, mV (default -65). */
  e_fastpas: number;
  /** Resistance along each layer, MΩ/cm (default 1e9). */
  readonly xraxial: HocArray;
  /** Conductance of each layer to the next one, S/cm² (default 1e9). */
  readonly xg: HocArray;
  /** Capacitance of each layer to the next one, µF/cm² (default 0). */
  readonly xc: HocArray;
  /** Potential outside the membrane in each layer, mV. */
  readonly vext: HocArray;
  /** Battery beyond the last layer, mV (default 0). */
  e_extracellular: number;
  /** Total membrane current, mA/cm². */
  i_membrane: number;
  /** NEURON's own: conductance of the last step. */
  sav_g: number;
  /** NEURON's own: right hand side of the last step. */
  sav_rhs: number;
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

  readonly _ref_v: Pointer;
  readonly _ref_cm: Pointer;
  readonly _ref_diam: Pointer;
  readonly _ref_i_cap: Pointer;
  readonly _ref_i_membrane_: Pointer;
  readonly _ref_gnabar_hh: Pointer;
  readonly _ref_gkbar_hh: Pointer;
  readonly _ref_gl_hh: Pointer;
  readonly _ref_el_hh: Pointer;
  readonly _ref_gna_hh: Pointer;
  readonly _ref_gk_hh: Pointer;
  readonly _ref_il_hh: Pointer;
  readonly _ref_minf_hh: Pointer;
  readonly _ref_hinf_hh: Pointer;
  readonly _ref_ninf_hh: Pointer;
  readonly _ref_mtau_hh: Pointer;
  readonly _ref_htau_hh: Pointer;
  readonly _ref_ntau_hh: Pointer;
  readonly _ref_m_hh: Pointer;
  readonly _ref_h_hh: Pointer;
  readonly _ref_n_hh: Pointer;
  readonly _ref_g_pas: Pointer;
  readonly _ref_e_pas: Pointer;
  readonly _ref_i_pas: Pointer;
  readonly _ref_g_fastpas: Pointer;
  readonly _ref_e_fastpas: Pointer;
  readonly _ref_xraxial: PointerArray;
  readonly _ref_xg: PointerArray;
  readonly _ref_xc: PointerArray;
  readonly _ref_vext: PointerArray;
  readonly _ref_e_extracellular: Pointer;
  readonly _ref_i_membrane: Pointer;
  readonly _ref_sav_g: Pointer;
  readonly _ref_sav_rhs: Pointer;
  readonly _ref_ena: Pointer;
  readonly _ref_nai: Pointer;
  readonly _ref_nao: Pointer;
  readonly _ref_ina: Pointer;
  readonly _ref_dina_dv_: Pointer;
  readonly _ref_ek: Pointer;
  readonly _ref_ki: Pointer;
  readonly _ref_ko: Pointer;
  readonly _ref_ik: Pointer;
  readonly _ref_dik_dv_: Pointer;
  readonly _ref_eca: Pointer;
  readonly _ref_cai: Pointer;
  readonly _ref_cao: Pointer;
  readonly _ref_ica: Pointer;
  readonly _ref_dica_dv_: Pointer;

  /** The squid axon's sodium, potassium and leak channels (Hodgkin and Huxley 1952). Made for 6.3 °C. */
  readonly hh: Mechanism_hh;
  /** A passive membrane current. */
  readonly pas: Mechanism_pas;
  /** A passive membrane current, computed faster and without recording it. */
  readonly fastpas: Mechanism_fastpas;
  /** Layers of extracellular space around the membrane; the outermost ends in a battery of voltage e. */
  readonly extracellular: Mechanism_extracellular;
  /** The sodium ion: concentrations, reversal potential and total current. */
  readonly na_ion: Mechanism_na_ion;
  /** The potassium ion: concentrations, reversal potential and total current. */
  readonly k_ion: Mechanism_k_ion;
  /**
   * The calcium ion: concentrations, reversal potential and total current. It exists once a mechanism that uses it is
   * loaded.
   */
  readonly ca_ion: Mechanism_ca_ion;
}

/**
 * What `sec.` offers by itself: range variables, read in the middle of the section and written in all its segments.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface SectionVariables {
  /** Capacitive current, mA/cm². */
  i_cap: number;
  /** Total membrane current, nA: exists while `CVode.use_fast_imem` is on. */
  i_membrane_: number;
  /** Largest sodium conductance, S/cm² (default 0.12). */
  gnabar_hh: number;
  /** Largest potassium conductance, S/cm² (default 0.036). */
  gkbar_hh: number;
  /** Leak conductance, S/cm² (default 0.0003). */
  gl_hh: number;
  /** Leak reversal potential, mV (default -54.3). */
  el_hh: number;
  /** Sodium conductance, S/cm². */
  gna_hh: number;
  /** Potassium conductance, S/cm². */
  gk_hh: number;
  /** Leak current, mA/cm². */
  il_hh: number;
  /** Steady state of m. */
  minf_hh: number;
  /** Steady state of h. */
  hinf_hh: number;
  /** Steady state of n. */
  ninf_hh: number;
  /** Time constant of m, ms. */
  mtau_hh: number;
  /** Time constant of h, ms. */
  htau_hh: number;
  /** Time constant of n, ms. */
  ntau_hh: number;
  /** Sodium activation. */
  m_hh: number;
  /** Sodium inactivation. */
  h_hh: number;
  /** Potassium activation. */
  n_hh: number;
  /** Conductance, S/cm² (default 0.001). */
  g_pas: number;
  /** Reversal potential, mV (default -70). */
  e_pas: number;
  /** Current, mA/cm². */
  i_pas: number;
  /** Conductance, S/cm² (default 0.0005). */
  g_fastpas: number;
  /** Reversal potential, mV (default -65). */
  e_fastpas: number;
  /** Resistance along each layer, MΩ/cm (default 1e9). */
  readonly xraxial: HocArray;
  /** Conductance of each layer to the next one, S/cm² (default 1e9). */
  readonly xg: HocArray;
  /** Capacitance of each layer to the next one, µF/cm² (default 0). */
  readonly xc: HocArray;
  /** Potential outside the membrane in each layer, mV. */
  readonly vext: HocArray;
  /** Battery beyond the last layer, mV (default 0). */
  e_extracellular: number;
  /** Total membrane current, mA/cm². */
  i_membrane: number;
  /** NEURON's own: conductance of the last step. */
  sav_g: number;
  /** NEURON's own: right hand side of the last step. */
  sav_rhs: number;
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
}
