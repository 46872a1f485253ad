// A family of voltage steps: the currents of an ideal clamp, and the peaks read from them.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 20;
  soma.insert("hh");
  const clamp = h.VClamp(soma(0.5));
  [clamp.dur[0], clamp.dur[1], clamp.dur[2]] = [1, 6, 3];
  clamp.amp[0] = clamp.amp[2] = -70;
  const i = h.Vector().record(clamp._ref_i);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const [levels, peaks, troughs] = [h.Vector(), h.Vector(), h.Vector()];
  const traces: any = {};
  for (let level = -60; level <= 60; level += 20) {
    clamp.amp[1] = level;
    h.finitialize(-70);
    h.continuerun(10);
    levels.append(level);
    peaks.append(i.max(60, 270));
    troughs.append(i.min(60, 270));
    traces[`i ${level}`] = i.c();
  }
  return { ...traces, levels, peaks, troughs, v, gain: [clamp.gain, clamp.rstim, clamp.tau1, clamp.tau2] };
}
