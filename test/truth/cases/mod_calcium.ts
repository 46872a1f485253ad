// Compiled mechanisms: a constant-field calcium current, its pool in shells (KINETIC), its table.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  const soma = h.Section({ name: "soma" });
  [soma.L, soma.diam, soma.nseg] = [20, 12, 3];
  soma.insert("hh");
  soma.insert("cahva");
  soma.insert("capool");
  soma.pmax_cahva = 2e-4;
  for (const seg of soma) {
    seg.capool.total = 0.05 + 0.05 * seg.x;
  }
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 2, 0.8];
  const recorded = {
    v: soma(0.5)._ref_v,
    ica: soma(0.5)._ref_ica,
    cai: soma(0.5)._ref_cai,
    eca: soma(0.5)._ref_eca,
    m: soma(0.5).cahva._ref_m,
    inner: soma(0.5)._ref_ca_capool[2],
    bound: soma(0.1)._ref_bound_capool[0],
    shell: soma(0.9)._ref_shell_capool[1],
  };
  const traces: any = {};
  const vectors = Object.entries(recorded).map(([name, pointer]) => [name, h.Vector().record(pointer)]);
  for (const half of [-20, -30]) {
    h.vhalf_cahva = half;
    h.finitialize(-65);
    h.continuerun(15);
    for (const [name, vector] of vectors) {
      traces[`${name} ${half}`] = vector.c();
    }
  }
  h.setdata_cahva(soma(0.5));
  h.usetable_cahva = 0;
  traces.rates = [
    h.vhalf_cahva,
    h.usetable_cahva,
    soma(0.5).cahva.field(-20, 5e-5, 2),
    soma(0.5).cahva.field(0, 5e-5, 2),
  ];
  h.finitialize(-65);
  h.continuerun(5);
  traces["no table"] = vectors[0]?.[1];
  traces.style = [h.ion_style("ca_ion", { sec: soma }), soma(0.5).cao, soma(0.1).total_capool, soma(0.9).total_capool];
  return traces;
}
