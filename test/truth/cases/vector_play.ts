// Vectors played into a clamp and into a membrane parameter: by the step, with times, interpolated, as a statement.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 15;
  soma.insert("pas");
  const clamps = [0, 1, 2, 3].map(() => h.IClamp(soma(0.5)));
  for (const clamp of clamps) {
    clamp.dur = 1e9;
  }
  const everyStep = h.Vector(200).indgen(0, 0.0001).sin(25, 0.3, 0.025).mul(0.02);
  everyStep.play(clamps[0]._ref_amp, h.dt);
  const byInterval = h.Vector([0, 0.01, -0.01, 0.02, 0]);
  byInterval.play(clamps[1]._ref_amp, 2);
  const [levels, times] = [h.Vector([0, 0.02, -0.02, 0.01, 0]), h.Vector([0, 1, 2.5, 6, 7])];
  levels.play(clamps[2]._ref_amp, times, false);
  const [ramp, corners] = [h.Vector([0, 0.03, 0.03, 0, 0]), h.Vector([0, 2, 5, 8, 1e9])];
  ramp.play(clamps[3]._ref_amp, corners, true);
  const [leak, changes] = [h.Vector([0.001, 0.002, 0.0005]), h.Vector([0, 3, 8])];
  leak.play(soma(0.5).pas._ref_g, changes);
  h("double heard[3]");
  const [heard, moments] = [h.Vector([1, 2, 3]), h.Vector([1, 4, 9])];
  heard.play("heard[$1 - 1] = t", moments);
  const traces: any = Object.fromEntries(clamps.map((clamp, i) => [`amp ${i}`, h.Vector().record(clamp._ref_i)]));
  traces.v = h.Vector().record(soma(0.5)._ref_v);
  traces.g = h.Vector().record(soma(0.5).pas._ref_g);
  h.finitialize(-70);
  h.continuerun(12);
  traces.heard = [0, 1, 2].map((i) => h.heard[i]);
  const played = Object.fromEntries(Object.entries<any>(traces).map(([name, trace]) => [name, [...trace]]));
  levels.play_remove();
  everyStep.play_remove();
  const removed = { "removed v": traces.v, "removed amp 0": traces["amp 0"], "removed amp 2": traces["amp 2"] };
  h.finitialize(-70);
  h.continuerun(12);
  return { ...played, ...removed };
}
