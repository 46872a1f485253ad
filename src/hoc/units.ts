// Units as numbers, in terms of NEURON's own: `h.continuerun(2 * units.s)`.
import type { Units } from "./neuron/settings.js";

const micro = 1e-3;

/** As Python's `neuron.units`. */
export const units: Units = Object.freeze({
  ms: 1,
  us: micro,
  µs: micro,
  μs: micro,
  s: 1e3,
  sec: 1e3,
  minute: 60e3,
  hour: 3600e3,
  day: 24 * 3600e3,
  mV: 1,
  uV: micro,
  µV: micro,
  μV: micro,
  V: 1e3,
  um: 1,
  µm: 1,
  μm: 1,
  nm: 1e-3,
  mm: 1000,
  cm: 10_000,
  m: 1_000_000,
  mM: 1,
  uM: micro,
  µM: micro,
  μM: micro,
  nM: 1e-6,
  M: 1e3,
});
