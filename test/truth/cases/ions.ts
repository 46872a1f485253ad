// Ions: concentrations, reversal potentials by every ion_style, a new ion, Nernst and GHK.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const calcium = h.ion_register("ca", 2);
  soma.insert("ca_ion");
  const traces: any = {
    defaults: [
      soma.ena,
      soma.ek,
      soma(0.5).nai,
      soma(0.5).nao,
      soma(0.5).ki,
      soma(0.5).ko,
      soma(0.5).cai,
      soma(0.5).cao,
      soma.eca,
    ],
  };
  h.celsius = 20;
  traces.nernst = [
    h.nernst(10, 140, 1),
    h.nernst("nai", { sec: soma }),
    h.nernst(5e-5, 2, 2),
    h.nernst("eca", { sec: soma }),
    h.nernst("ki", { sec: soma }),
  ];
  traces.ghk = [h.ghk(-50, 5e-5, 2, 2), h.ghk(0, 5e-5, 2, 2), h.ghk(30, 10, 140, 1)];
  traces["style before"] = [h.ion_style("na_ion", { sec: soma }), h.ion_style("ca_ion", { sec: soma })];
  const v = h.Vector().record(soma(0.5)._ref_v);
  const ena = h.Vector().record(soma(0.5)._ref_ena);
  for (const style of [
    [1, 1, 0, 0, 0],
    [1, 2, 0, 1, 0],
    [3, 2, 1, 1, 1],
  ]) {
    const name = style.join("");
    traces[`style ${name}`] = [h.ion_style("na_ion", ...style, { sec: soma }), h.ion_style("na_ion", { sec: soma })];
    for (const seg of soma) {
      [seg.nai, seg.nao, seg.ena] = [14, 130, 61];
    }
    [h.nai0_na_ion, h.nao0_na_ion] = [12, 145];
    h.finitialize(-60);
    h.continuerun(4);
    traces[`ena ${name}`] = ena.c();
    traces[`v ${name}`] = v.c();
    traces[`concentrations ${name}`] = [soma(0.5).nai, soma(0.5).nao, soma(0.5).ena];
  }
  const kind = h.ion_register("mg", 2);
  soma.insert("mg_ion");
  [soma(0.5).mgi, soma(0.5).mgo] = [0.5, 1.5];
  traces["new ion"] = [
    calcium > 0,
    kind > calcium,
    h.ion_charge("mg_ion"),
    h.ismembrane("cl_ion", { sec: soma }) ? h.ion_charge("cl_ion") : 0,
    h.ion_charge("ca_ion"),
    soma(0.5).mgi,
    h.nernst("mgi", { sec: soma }),
  ];
  traces.ismembrane = ["mg_ion", "na_ion", "pas", "hh"].map((name) => h.ismembrane(name, { sec: soma }));
  return traces;
}
