// A gap junction between two cells as a LinearMechanism: a pure conductance between two nodes.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const cells = [0, 1].map((i) => h.Section({ name: `cell${i}` }));
  for (const cell of cells) {
    cell.L = cell.diam = 10;
    cell.insert("hh");
  }
  const clamp = h.IClamp(cells[0](0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 0.5, 0.3];
  const gap = 5e-5;
  const c = h.Matrix(2, 2);
  const g = h.Matrix(2, 2);
  for (const i of [0, 1]) {
    g.setval(i, i, gap);
    g.setval(i, 1 - i, -gap);
  }
  const [y, y0, b] = [h.Vector(2), h.Vector(2), h.Vector(2)];
  const nodes = h.SectionList();
  for (const cell of cells) {
    nodes.append({ sec: cell });
  }
  const junction = h.LinearMechanism(c, g, y, y0, b, nodes, h.Vector([0.5, 0.5]));
  const v = cells.map((cell) => h.Vector().record(cell(0.5)._ref_v));
  h.finitialize(-65);
  h.continuerun(15);
  return { v0: v[0], v1: v[1], y, valid: junction !== null };
}
