// What a mechanism says of itself: variables, defaults, types, functions, point processes of a segment.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.nseg = 3;
  soma.insert("hh");
  soma.insert("pas");
  const traces: any = {};
  const text = h.ref("");
  for (const name of ["hh", "pas", "na_ion", "capacitance", "IClamp", "ExpSyn", "Exp2Syn", "IntFire1", "VClamp"]) {
    for (const kind of [0, 1, 2, 3]) {
      const standard = h.MechanismStandard(name, kind);
      const names: string[] = [];
      const values: number[] = [];
      for (let i = 0; i < standard.count(); i++) {
        const size = standard.name(text, i);
        names.push(text[0]);
        values.push(size, ...Array.from({ length: size }, (_, k) => standard.get(text[0], k)));
      }
      traces[`${name} ${kind} names`] = names.length ? names : ["none"];
      traces[`${name} ${kind}`] = [names.length, ...values];
    }
  }
  const standard = h.MechanismStandard("hh", 1);
  standard.set("gnabar_hh", 0.3);
  standard.set("gl_hh", 0.001);
  standard.out(soma(0.5));
  const read = h.MechanismStandard("hh", 1);
  read.in(soma(0.5));
  traces.set = [read.get("gnabar_hh"), read.get("gl_hh"), soma(0.1).gl_hh, soma(0.5).hh.gl];
  for (const which of [0, 1]) {
    const types = h.MechanismType(which);
    const names: string[] = [];
    const artificial: number[] = [];
    for (let i = 0; i < types.count(); i++) {
      types.select(i);
      types.selected(text);
      names.push(text[0]);
      artificial.push(which ? types.is_artificial(i) : types.is_ion());
    }
    traces[`types ${which}`] = names;
    traces[`flags ${which}`] = artificial;
  }
  const made = h.IClamp(soma(0.9));
  const other = h.ExpSyn(soma(0.9));
  traces.processes = soma(0.9)
    .point_processes()
    .map((p: any) => p.hname());
  traces.mechanisms = [...soma].flatMap((seg) => [...seg].map((m) => m.name()));
  traces.where = [made.get_loc(), other.get_segment().x, made.has_loc()];
  h.pop_section();
  made.loc(soma(0.1));
  traces.moved = [made.get_segment().x, soma(0.1).point_processes().length, soma(0.9).point_processes().length];
  h.setdata_hh(soma(0.5));
  h.rates_hh(-40);
  traces.globals = [
    soma(0.5).minf_hh,
    soma(0.5).hh.hinf,
    soma(0.5).hh.ninf,
    soma(0.5).mtau_hh,
    soma(0.5).hh.htau,
    soma(0.5).hh.ntau,
    h.vtrap_hh(3, 10),
    h.usetable_hh,
  ];
  traces.functions = [soma(0.5).hh.vtrap(1, 5), soma(0.5).hh.vtrap(0, 10)];
  soma.uninsert("pas");
  traces["after uninsert"] = [...soma(0.5)].map((m) => m.name());
  traces.has = [soma.has_membrane("hh"), soma.has_membrane("pas")];
  return traces;
}
