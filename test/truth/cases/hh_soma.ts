// A soma with Hodgkin-Huxley channels fires under a constant current.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 20;
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  clamp.delay = 2;
  clamp.dur = 30;
  clamp.amp = 0.3;

  const t = h.Vector().record(h._ref_t);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const m = h.Vector().record(soma(0.5).hh._ref_m);
  const gates = h.Vector().record(soma(0.5)._ref_h_hh);
  const n = h.Vector().record(soma(0.5)._ref_n_hh);
  const ina = h.Vector().record(soma(0.5)._ref_ina);
  const ik = h.Vector().record(soma(0.5)._ref_ik);
  const il = h.Vector().record(soma(0.5).hh._ref_il);
  const i = h.Vector().record(clamp._ref_i);
  const spikes = h.Vector();
  const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
  detector.threshold = 0;
  detector.record(spikes);

  h.finitialize(-65);
  h.continuerun(40);
  return { t, v, m, h: gates, n, ina, ik, il, i, spikes };
}
