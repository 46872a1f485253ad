// i_membrane_ under driven clamps: fixed step, second order, variable step, extracellular (NEURON's test_imem.py).
function triangle(h: any, target: any, step: number, low: number, high: number) {
  const times = h.Vector(20).indgen(step);
  const levels = times.c().fill(low);
  for (let i = 1; i < levels.length; i += 2) {
    levels[i] = high;
  }
  levels.play(target, times, 1);
  return [times, levels];
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.CVode().use_fast_imem(1);
  const traces: any = {};
  for (const clamp of ["seclamp", "iclamp"]) {
    for (const [name, extracellular, order, active] of [
      ["plain", 0, 0, 0],
      ["second", 0, 2, 0],
      ["outside", 1, 0, 0],
      ["cvode", 0, 0, 1],
    ]) {
      h.dt = 0.025;
      h.secondorder = order;
      h.cvode.active(active);
      const sec = h.Section({ name: "s" });
      sec.L = sec.diam = 10;
      sec.insert("hh");
      if (extracellular) {
        sec.insert("extracellular");
      }
      let stim: any;
      let driven: any[];
      if (clamp === "seclamp") {
        stim = h.SEClamp(sec(0.5));
        [stim.dur1, stim.rs] = [100, 10];
        driven = [triangle(h, stim._ref_amp1, 0.5, -65, -10), triangle(h, stim._ref_rs, 1, 1000, 100)];
      } else {
        stim = h.IClamp(sec(0.5));
        [stim.delay, stim.dur] = [1, 100];
        driven = [triangle(h, stim._ref_amp, 0.5, 0, 0.001)];
      }
      const i = h.Vector().record(stim._ref_i);
      const membrane = h.Vector().record(sec(0.5)._ref_i_membrane_);
      const v = h.Vector().record(sec(0.5)._ref_v);
      h.finitialize(-65);
      h.continuerun(6);
      traces[`i ${clamp} ${name}`] = i.c();
      traces[`i_membrane_ ${clamp} ${name}`] = membrane.c();
      traces[`v ${clamp} ${name}`] = v.c();
      traces[`driven ${clamp} ${name}`] = driven.length;
      h.delete_section({ sec });
    }
  }
  return traces;
}
