// Pointers and references: read, written, handed to HOC, kept through changes of the model.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.nseg = 3;
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  const synapse = h.ExpSyn(soma(0.1));
  const netcon = h.NetCon(null, synapse);
  h(
    'x = 5\ndouble field[4]\nfunc add() { $&1 = $&1 + $2  return $&1 }\nproc fill() { $o1 = new Vector(3, 7) }\nproc label() { $s1 = "written" }',
  );
  const v = soma(0.5)._ref_v;
  const gnabar = soma(0.1)._ref_gnabar_hh;
  const m = soma(0.9).hh._ref_m;
  const pointers = [
    v,
    gnabar,
    m,
    clamp._ref_amp,
    netcon._ref_weight[0],
    h._ref_t,
    h._ref_x,
    h._ref_field[2],
    h._ref_celsius,
  ];
  v[0] = -50;
  gnabar[0] = 0.2;
  pointers[3][0] = 0.5;
  pointers[4][0] = 0.01;
  pointers[6][0] = 8;
  pointers[7][0] = 4;
  const traces: any = {
    values: pointers.map((p) => p[0]),
    owners: [soma(0.5).v, soma(0.1).gnabar_hh, clamp.amp, netcon.weight[0], h.x, h.field[2], h.celsius],
    added: [h.add(v, 3), h.add(h._ref_x, 0.5), h.add(h._ref_field[2], 1), soma(0.5).v, h.x, h.field[2]],
  };
  const [number, text, box] = [h.ref(2), h.ref("before"), h.ref(null)];
  traces.reference = [h.add(number, 0.25), number[0]];
  h.label(text);
  h.fill(box);
  traces.text = text[0];
  traces.box = [box[0].size(), box[0].sum()];
  number[0] = 11;
  traces.set = number[0];
  const pointer = h.Pointer(soma(0.5)._ref_v);
  pointer.val = -44;
  pointer.assign(-43);
  const byName = h.Pointer("x");
  byName.val = 21;
  traces.Pointer = [pointer.val, soma(0.5).v, byName.val, h.x];
  const vector = h.Vector([1, 2, 3]);
  const element = vector._ref_x[1];
  element[0] = 9;
  traces.element = [...vector, element[0]];
  const other = h.Section({ name: "other" });
  other.connect(soma(1));
  soma.insert("pas");
  h.finitialize(-61);
  traces["after a change"] = [v[0], gnabar[0], m[0], pointers[5][0]];
  clamp.loc(other(0.5));
  clamp.amp = 0.125;
  traces.moved = [pointers[3][0], clamp.get_segment().x];
  return traces;
}
