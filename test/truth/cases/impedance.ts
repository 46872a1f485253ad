// Impedance: input, transfer, ratio and phase over frequencies, passive and with the gating dynamics of hh.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 20;
  soma.insert("hh");
  const dend = h.Section({ name: "dend" });
  [dend.L, dend.diam, dend.nseg] = [500, 2, 21];
  dend.connect(soma(1));
  dend.insert("pas");
  dend.e_pas = -65;
  h.finitialize(-65);
  for (let i = 0; i < 400; i++) {
    h.fadvance();
  }
  const traces: any = {};
  const imp = h.Impedance();
  imp.loc(soma(0.5));
  for (const extended of [0, 1]) {
    const z = h.Vector();
    for (const frequency of [0, 1, 10, 100, 1000]) {
      imp.compute(frequency, extended);
      for (const seg of [soma(0.5), dend(0.3), dend(1)]) {
        z.append(imp.input(seg), imp.transfer(seg), imp.ratio(seg));
        z.append(imp.input_phase(seg), imp.transfer_phase(seg));
      }
    }
    traces[`z ${extended}`] = z;
  }
  imp.loc(0.9, { sec: dend });
  imp.compute(50);
  traces["by keyword"] = [
    imp.input(0.9, { sec: dend }),
    imp.transfer(0.5, { sec: soma }),
    imp.ratio(0.5, { sec: soma }),
  ];
  return traces;
}
