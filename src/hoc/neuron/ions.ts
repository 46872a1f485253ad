// Ions, and the functions of mechanisms that are built in.

import type { SectionOption } from "./base.js";

/**
 * Reversal potentials, charges, and how ions are handled.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/ions.html
 */
export interface IonFunctions {
  /** Makes an ion of that charge, if there is none yet. Its number. */
  ion_register(name: string, charge: number): number;
  /** Charge of an ion, by its mechanism: "na_ion". */
  ion_charge(mechanism: string): number;
  /** How the section handles an ion; with more arguments, sets it. The former style as a number. */
  ion_style(mechanism: string, options?: SectionOption): number;
  ion_style(
    mechanism: string,
    concentration: 0 | 1 | 2 | 3 | number,
    reversal: 0 | 1 | 2 | 3 | number,
    initReversal: 0 | 1 | number,
    advanceReversal: 0 | 1 | number,
    initConcentration: 0 | 1 | number,
    options?: SectionOption,
  ): number;
  /** Nernst potential, mV, from concentrations inside and outside, and charge. */
  nernst(inside: number, outside: number, charge: number): number;
  /** Nernst potential, mV, of an ion of the section ("ena"), or the concentration that makes it ("nai", "nao"). */
  nernst(name: string, options?: SectionOption): number;
  nernst(name: string, x: number, options?: SectionOption): number;
  /** Goldman-Hodgkin-Katz current for a permeability of 1 cm/s, mA/cm²: voltage (mV), concentrations (mM), charge. */
  ghk(v: number, inside: number, outside: number, charge: number): number;
  /** Initial concentration of sodium inside, mM (default 10). */
  nai0_na_ion: number;
  /** Initial concentration of sodium outside, mM (default 140). */
  nao0_na_ion: number;
  /** Initial concentration of potassium inside, mM (default 54.4). */
  ki0_k_ion: number;
  /** Initial concentration of potassium outside, mM (default 2.5). */
  ko0_k_ion: number;
}

/**
 * Functions and global variables of the mechanisms that are built in.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export interface MechanismFunctions {
  /** Says which segment the functions of hh are about. */
  setdata_hh(x: number, options?: SectionOption): number;
  /** Says which segment the functions of pas are about. */
  setdata_pas(x: number, options?: SectionOption): number;
  /** Computes hh's steady states and time constants for the voltage, mV. */
  rates_hh(v: number): number;
  /** x / (exp(x / y) - 1), also where x is near 0. */
  vtrap_hh(x: number, y: number): number;
  /** Whether hh uses a table for its rates (default 1). */
  usetable_hh: number;
  /** Constant current of all IntFire4 (default 0). */
  ib_IntFire4: number;
  /** Smallest difference of IntFire4's time constants, relative (default 1e-6). */
  eps_IntFire4: number;
  /** Accuracy of IntFire4's firing time, ms (default 0.01). */
  taueps_IntFire4: number;
  /** Number of extracellular layers (default 2); with an argument, sets it, before any section has the mechanism. */
  nlayer_extracellular(layers?: number): number;
  /** Gives Vector the methods width, xfitness, yfitness and firstpeak. */
  install_vector_fitness(): number;
  /** Makes a density mechanism of a HOC template: suffix, template, names of its parameters. */
  make_mechanism(suffix: string, template: string, parameters?: string): number;
  /** Makes a point process of a HOC template. */
  make_pointprocess(name: string, template: string, parameters?: string): number;
}
