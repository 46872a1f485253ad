// The equations of the channels' papers, written down a second time, as the papers print them; ms, mV, at the papers' temperatures.
import { linoid } from "./support.js";

export type Curve = (v: number) => number;
/** Steady state and time constant (ms) from the rates of opening and closing (per ms). */
const rates = (a: Curve, b: Curve): Gate => ({ inf: (v) => a(v) / (a(v) + b(v)), tau: (v) => 1 / (a(v) + b(v)) });
const boltzmann =
  (half: number, slope: number): Curve =>
  (v) =>
    1 / (1 + Math.exp((half - v) / slope));
const { exp, max } = Math;

export interface Gate {
  readonly inf: Curve;
  readonly tau: Curve;
}

export interface Channel {
  readonly paper: string;
  readonly celsius: number;
  readonly gates: { readonly [name: string]: Gate & { readonly q10: number; readonly power: number } };
}

const aGate = (zeta: Curve): Gate => {
  const a: Curve = (v) => exp(-0.038 * zeta(v) * (v - 11));
  return { inf: (v) => 1 / (1 + a(v)), tau: (v) => max(0.1, (4 * a(v) ** 0.55) / (1 + a(v))) };
};

export const channels: { readonly [name: string]: Channel } = {
  Na: {
    paper: "Mainen & Sejnowski 1996",
    celsius: 23,
    gates: {
      m: {
        ...rates(
          (v) => 0.182 * linoid(v + 25, 9),
          (v) => 0.124 * linoid(-v - 25, 9),
        ),
        q10: 2.3,
        power: 3,
      },
      h: {
        ...rates(
          (v) => 0.024 * linoid(v + 40, 5),
          (v) => 0.0091 * linoid(-v - 65, 5),
        ),
        inf: boltzmann(-55, -6.2),
        q10: 2.3,
        power: 1,
      },
    },
  },
  Kv: {
    paper: "Mainen & Sejnowski 1996",
    celsius: 23,
    gates: {
      n: {
        ...rates(
          (v) => 0.02 * linoid(v - 25, 9),
          (v) => 0.002 * linoid(25 - v, 9),
        ),
        q10: 2.3,
        power: 1,
      },
    },
  },
  Kdr: {
    paper: "Traub & Miles 1991, Pospischil et al. 2008",
    celsius: 36,
    gates: {
      n: {
        ...rates(
          (v) => 0.032 * linoid(v + 41.2, 5),
          (v) => 0.5 * exp(-(v + 46.2) / 40),
        ),
        q10: 3,
        power: 4,
      },
    },
  },
  KA: {
    paper: "Migliore et al. 1999",
    celsius: 34,
    gates: {
      n: { ...aGate((v) => 1.5 + 1 / (1 + exp((v + 40) / 5))), q10: 5, power: 1 },
      l: { inf: boltzmann(-56, -1 / 0.11), tau: (v) => max(2, 0.26 * (v + 50)), q10: 1, power: 1 },
    },
  },
  Im: {
    paper: "Adams, Brown & Constanti 1982",
    celsius: 21,
    gates: { m: { inf: boltzmann(-35, 10), tau: (v) => 1000 / (6.6 * Math.cosh((v + 35) / 20)), q10: 2.3, power: 1 } },
  },
  Ih: {
    paper: "Kole, Hallermann & Stuart 2006",
    celsius: 34,
    gates: {
      m: {
        ...rates(
          (v) => 0.00643 * linoid(-v - 154.9, 11.9),
          (v) => 0.193 * exp(v / 33.1),
        ),
        q10: 1,
        power: 1,
      },
    },
  },
  CaHVA: {
    paper: "Reuveni et al. 1993",
    celsius: 23,
    gates: {
      m: {
        ...rates(
          (v) => 0.055 * linoid(v + 27, 3.8),
          (v) => 0.94 * exp((-75 - v) / 17),
        ),
        q10: 2.3,
        power: 2,
      },
      h: {
        ...rates(
          (v) => 0.000457 * exp((-13 - v) / 50),
          (v) => 0.0065 / (exp((-15 - v) / 28) + 1),
        ),
        q10: 2.3,
        power: 1,
      },
    },
  },
  CaL: {
    paper: "McCormick & Huguenard 1992",
    celsius: 23.5,
    gates: {
      m: {
        ...rates(
          (v) => 1.6 / (1 + exp(-0.072 * (v - 5))),
          (v) => 0.02 * linoid(1.31 - v, 5.36),
        ),
        inf: boltzmann(-10, 10),
        q10: 3,
        power: 2,
      },
    },
  },
  CaT: {
    paper: "Huguenard & McCormick 1992",
    celsius: 24,
    gates: {
      m: {
        inf: boltzmann(-57, 6.2),
        tau: (v) => 0.612 + 1 / (exp(-(v + 132) / 16.7) + exp((v + 16.8) / 18.2)),
        q10: 5,
        power: 2,
      },
      h: {
        inf: boltzmann(-81, -4),
        tau: (v) => (v < -80 ? exp((v + 467) / 66.6) : 28 + exp(-(v + 22) / 10.5)),
        q10: 3,
        power: 1,
      },
    },
  },
};
