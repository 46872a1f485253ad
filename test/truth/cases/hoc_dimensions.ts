// Arrays that change their dimensions: numbers, objects, sections, in templates too (NEURON's vardimtests).
const TEXT = `
double a[2][3]
objref o[2], nothing
create d[3]
begintemplate Grid
public x, y, items, part, total
double x[2][2], y[5]
objref items[3]
create part[2]
proc init() { local i
  for i = 0, 4 y[i] = i * $1
  for i = 0, 2 items[i] = new Vector(i + 1, $1)
  x[1][0] = 7
}
func total() { local i, j, s
  s = 0
  for i = 0, 1 for j = 0, 1 s += x[i][j]
  return s
}
endtemplate Grid
func whole() { local i, s
  s = 0
  for i = 0, 5 s += $&1[i]
  $&1[5] = -1
  return s
}
`;

export function run(h: any) {
  h(TEXT);
  for (const i of [0, 1]) {
    for (const j of [0, 1, 2]) {
      h.a[i][j] = 10 * i + j;
    }
  }
  [h.o[0], h.o[1]] = [h.Vector([1, 2]), h.List()];
  h.o[1].append(h.o[0]);
  const grid = h.Grid(3);
  grid.x[0][1] = 5;
  grid.y[2] = -4;
  const total = h.whole(h._ref_a[0][0]);
  const names = () => [...h.allsec()].map((sec) => sec.name());
  const traces: any = {
    a: [0, 1].flatMap((i) => [0, 1, 2].map((j) => h.a[i][j])),
    sizes: [h.a.length, h.a[1].length, h.o.length, h.d.length, grid.items.length, grid.part.length, grid.x[0].length],
    total: [total, grid.total()],
    grid: [...[0, 1, 2, 3, 4].map((i) => grid.y[i]), ...[0, 1, 2].flatMap((item) => [...grid.items[item]])],
    objects: [h.o[0].hname(), h.o[1].hname(), h.o[1].o(0).hname(), grid.items[2].hname()],
    sections: names(),
    nothing: [h.nothing === null, h.o[1] !== null],
  };
  h("double a[4]\nobjref o[1]\ncreate d[2]\na[3] = 9");
  traces.again = [h.a.length, h.a[3], h.o.length, h.d.length, h.o[0] === null];
  traces["sections again"] = names();
  h("double a[2][2][2]\na[1][0][1] = 3");
  traces.three = [0, 1].flatMap((i) => [0, 1].flatMap((j) => [0, 1].map((k) => h.a[i][j][k])));
  return traces;
}
