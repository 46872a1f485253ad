// Laws of physics and of arithmetic that no simulator may break, with the reason for each tolerance.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { h as typed, untyped } from "nrn-patch";

const h = untyped(typed);
h.load_file("stdrun.hoc");

afterEach(() => {
  for (const sec of h.allsec()) sec.dispose();
  h.secondorder = 0;
  h.celsius = 6.3;
  h.dt = 0.025;
  h.cvode.active(false);
  h.cvode.use_fast_imem(false);
});

function within(found: number, expected: number, relative: number, what = "") {
  const error = Math.abs(found / expected - 1);
  assert.ok(error <= relative, `${what} found ${found}, expected ${expected}: off by ${error}, allowed ${relative}`);
}

function passive(options: { L: number; diam: number; nseg?: number; g?: number; e?: number; Ra?: number }) {
  const sec = h.Section({ name: "cable" });
  sec.L = options.L;
  sec.diam = options.diam;
  sec.nseg = options.nseg ?? 1;
  sec.Ra = options.Ra ?? 100;
  sec.insert("pas");
  sec.g_pas = options.g ?? 1e-4;
  sec.e_pas = options.e ?? 0;
  return sec;
}

function inject(seg: any, amp: number) {
  const clamp = h.IClamp(seg);
  [clamp.delay, clamp.dur, clamp.amp] = [0, 1e12, amp];
  return clamp;
}

function advance(v: number, steps: number) {
  h.finitialize(v);
  for (let i = 0; i < steps; i++) h.fadvance();
}

/** The largest relative error of a sealed cable's steady state against V(x) = I R coth(L) cosh(L - x) / cosh(L), in space constants. */
function cableError(nseg: number) {
  const cable = passive({ L: 1000, diam: 2, nseg });
  inject(cable(0), 0.1);
  h.dt = 1e9; // Implicit Euler goes to the steady state in one step.
  advance(0, 3);
  const lambda = Math.sqrt((2e-4 / 4 / 100) * 1e4) * 1e4; // um
  const infinite = (4 * 100 * lambda * 1e-4) / (Math.PI * 4e-8) / 1e6; // megaohm
  const length = cable.L / lambda;
  let worst = 0;
  for (const seg of cable) {
    const expected = (0.1 * infinite * Math.cosh(length * (1 - seg.x))) / Math.sinh(length);
    worst = Math.max(worst, Math.abs(seg.v / expected - 1));
  }
  cable.dispose();
  return worst;
}

test("a sealed cable's steady state is that of cable theory", () => {
  // Segments of 0.014 space constants: the error is of their square (2e-4), times a factor below 1.
  const error = cableError(101);
  assert.ok(error > 0 && error < 1e-4, `${error}`);
});

test("a cable's error falls with the square of the segments' length", () => {
  within(cableError(21) / cableError(63), 9, 0.02);
});

test("a sphere's input resistance is that of its membrane", () => {
  const sphere = passive({ L: 20, diam: 20 });
  inject(sphere(0.5), 0.01);
  h.dt = 1e9;
  advance(0, 3);
  // Nothing but rounding stands between the two.
  within(sphere(0.5).v, (0.01 * 100) / (1e-4 * Math.PI * 400), 1e-9);
});

test("a membrane discharges exponentially, with each method's own error", () => {
  const membrane = passive({ L: 10, diam: 10, e: -70 });
  const [tau, steps] = [10, 400];
  const exact = 20 * Math.exp(-1);
  const ratio = h.dt / tau;
  advance(-50, steps);
  within(membrane(0.5).v + 70, 20 * (1 + ratio) ** -steps, 1e-11, "implicit Euler's own series:");
  within(membrane(0.5).v + 70, exact, ratio, "implicit Euler, first order:");
  h.secondorder = 2;
  advance(-50, steps);
  within(membrane(0.5).v + 70, exact, ratio ** 2, "Crank and Nicolson, second order:");
  h.cvode.active(true);
  h.cvode.atol(1e-6);
  h.finitialize(-50);
  h.cvode.solve(10);
  // Local errors of 1e-6 mV a step add up over some hundred steps.
  within(membrane(0.5).v + 70, exact, 1e-4, "variable step:");
});

test("a capacitor without a leak charges linearly", () => {
  const sec = h.Section({ name: "capacitor" });
  sec.L = sec.diam = 10;
  inject(sec(0.5), 0.01);
  advance(-65, 400);
  // I t / C, with C = 1 uF/cm2 on pi 100 um2.
  within(sec(0.5).v + 65, (0.01 * 10) / (Math.PI * 1e-3), 1e-9);
});

test("what the electrodes bring in leaves through the membrane", () => {
  const soma = passive({ L: 20, diam: 20, e: -65 });
  const dend = passive({ L: 300, diam: 2, nseg: 11, e: -70 });
  dend.connect(soma(1));
  soma.insert("hh");
  inject(soma(0.5), 0.7);
  inject(dend(0.9), -0.2);
  h.cvode.use_fast_imem(true);
  h.finitialize(-65);
  for (let i = 0; i < 400; i++) {
    h.fadvance();
    let total = 0;
    for (const sec of [soma, dend]) for (const seg of sec) total += seg.i_membrane_;
    // Currents of nA, each rounded to 1e-16 of the largest term (conductance times voltage).
    assert.ok(Math.abs(total - 0.5) < 1e-11, `${total} nA at ${h.t} ms`);
  }
});

test("a cable four times as thick and twice as long is the same cable", () => {
  const record = (diam: number, L: number) => {
    const axon = h.Section({ name: "axon" });
    [axon.diam, axon.L, axon.nseg] = [diam, L, 41];
    axon.insert("hh");
    inject(axon(0), (0.3 * diam * L) / 500);
    const v = h.Vector().record(axon(0.8)._ref_v);
    advance(-65, 300);
    return v.toArray() as Float64Array;
  };
  const [thin, thick] = [record(1, 500), record(4, 1000)];
  assert.ok(Math.max(...thin) > 20, "a spike arrives");
  // The same equations in other units: only rounding differs, and a spike's upstroke makes it a hundred times larger.
  for (const [i, value] of thin.entries()) within(Number(thick[i]), value, 1e-7, `sample ${i}:`);
});

test("transfer impedance is the same in both directions", () => {
  const soma = passive({ L: 20, diam: 20 });
  const dend = passive({ L: 400, diam: 1.5, nseg: 9 });
  dend.connect(soma(1));
  h.finitialize(0);
  const impedance = h.Impedance();
  const transfer = (from: any, to: any) => {
    impedance.loc(from);
    impedance.compute(40);
    return impedance.transfer(to);
  };
  within(transfer(soma(0.5), dend(0.9)), transfer(dend(0.9), soma(0.5)), 1e-10);
});

test("reversal potentials follow Nernst", () => {
  h.celsius = 20;
  const thermal = (1000 * h.R * (20 + 273.15)) / h.FARADAY;
  // NEURON's own constants on both sides: rounding.
  within(h.nernst(10, 140, 1), thermal * Math.log(14), 1e-12);
  within(h.nernst(5e-5, 2, 2), (thermal / 2) * Math.log(4e4), 1e-12);
});

test("ten degrees make the gates three times as fast", () => {
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  const rates = (celsius: number) => {
    h.celsius = celsius;
    h.finitialize(-40);
    h.setdata_hh(soma(0.5));
    h.usetable_hh = 0;
    h.rates_hh(-40);
    return [soma(0.5).hh.mtau, soma(0.5).hh.htau, soma(0.5).hh.ntau] as number[];
  };
  const [cold, warm] = [rates(6.3), rates(16.3)];
  h.usetable_hh = 1;
  for (const [i, tau] of cold.entries()) within(tau / Number(warm[i]), 3, 1e-12);
});

test("a double-exponential synapse's peak is the weight of its event", () => {
  const soma = passive({ L: 10, diam: 10 });
  const synapse = h.Exp2Syn(soma(0.5));
  [synapse.tau1, synapse.tau2] = [0.5, 3];
  const event = h.NetCon(null, synapse);
  event.weight[0] = 0.01;
  const g = h.Vector().record(synapse._ref_g);
  const start = h.FInitializeHandler(() => event.event(1));
  advance(0, 200);
  // States are exact at the samples, the nearest of which is half a step from the peak: g'' there is -g / (tau1 tau2).
  const missed = (h.dt / 2) ** 2 / (2 * 0.5 * 3);
  assert.ok(g.max() <= 0.01 * (1 + 1e-12), `${g.max()}`);
  within(g.max(), 0.01, 1.5 * missed);
  start.dispose();
});

test("a fully noisy NetStim is a Poisson process", () => {
  const stim = h.NetStim();
  [stim.interval, stim.number, stim.start, stim.noise] = [5, 4000, 0, 1];
  stim.noiseFromRandom123(3, 1, 4);
  const spikes = h.Vector();
  const detector = h.NetCon(stim, null);
  detector.record(spikes);
  h.dt = 0.5;
  h.finitialize();
  while (h.t < 30000) h.fadvance();
  const intervals = h.Vector().deriv(spikes, 1, 1);
  assert.equal(intervals.size(), 3999);
  // Mean and standard deviation are 5 ms; with 4000 intervals the mean's own spread is 5 / sqrt(4000): four of them.
  within(intervals.mean(), 5, 4 / Math.sqrt(4000));
  within(intervals.stdev(), 5, 8 / Math.sqrt(4000));
  stim.dispose();
});
