// StateTransitionEvent: crossings of two thresholds, in one state and in two (NEURON's test_nrnste.py).
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 10;
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [0, 10, 0.1];
  const v = h.Vector().record(soma(0.5)._ref_v);
  const [low, high] = [h.ref(-50), h.ref(-10)];
  const result = h.Vector();

  const crossed = (which: number, threshold: any) => {
    result.append(which, threshold[0], h.t, v.size(), soma(0.5).v);
  };

  const one = h.StateTransitionEvent(1);
  one.transition(0, 0, soma(0.5)._ref_v, low, [crossed, [1, low]]);
  one.transition(0, 0, soma(0.5)._ref_v, high, [crossed, [2, high]]);
  const two = h.StateTransitionEvent(2, clamp);
  two.transition(0, 1, soma(0.5)._ref_v, low, () => crossed(3, low));
  two.transition(1, 0, soma(0.5)._ref_v, high, () => crossed(4, high));

  const start = () => {
    result.resize(0);
    one.state(0);
    two.state(0);
  };

  const handler = h.FInitializeHandler(start);
  const traces: any = {};
  for (const [name, active, order] of [
    ["fixed", 0, 1],
    ["cvode", 1, 1],
    ["second order", 1, 2],
  ] as [string, number, number][]) {
    h.cvode_active(active);
    h.cvode.condition_order(order);
    h.finitialize(-65);
    h.continuerun(5);
    traces[name] = result.c();
    traces[`${name} states`] = [one.state(), two.state()];
  }
  traces.handler = handler !== null;
  return traces;
}
