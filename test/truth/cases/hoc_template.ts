// A cell as HOC text: a template with sections, subsets, procedures, functions, strings, objects; forsec; iterators.
const CELL = `
begintemplate Pyramid
public soma, dend, all, apical, size, describe, leak, name, syns, weight, twice, grow, parts
create soma, dend[4]
objref all, apical, syns, this
strdef name
double weight[3]
proc init() { local i
  size = $1
  name = "cell"
  if (numarg() > 1) name = $s2
  connect dend[0](0), soma(1)
  for i = 1, 3 connect dend[i](0), dend[i - 1](1)
  all = new SectionList()
  apical = new SectionList()
  syns = new List()
  soma { L = size  diam = size  insert hh  all.append() }
  for i = 0, 3 dend[i] {
    L = 30 * (i + 1)  diam = 3 / (i + 1)  nseg = 3
    insert pas  e_pas = -65
    all.append()
    if (i > 1) apical.append()
    syns.append(new ExpSyn(0.5))
  }
  for i = 0, 2 weight[i] = size * i
}
func leak() { local total  localobj at
  total = 0
  forsec apical { for (x, 0) total += g_pas(x) * area(x) }
  return total
}
proc grow() { forsec "dend" { L *= $1 } }
obfunc parts() { return all }
func twice() { return 2 * $1 }
proc describe() { sprint($s1, "%s %s %g", this, name, size) }
endtemplate Pyramid
`;

export function run(h: any) {
  h.load_file("stdrun.hoc");
  h(CELL);
  const cells = [h.Pyramid(12), h.Pyramid(18, "big")];
  const text = h.ref("");
  cells[1].describe(text);
  const before = cells.flatMap((cell) => [...cell.all].map((sec) => sec.L));
  cells[0].grow(1.5);
  cells[1].weight[1] = 7;
  const traces: any = {
    names: cells.flatMap((cell) => [...cell.all].map((sec) => sec.name())),
    text: [text[0], cells[0].name, String(cells[1])],
    L: [...before, ...[...cells[0].all].map((sec) => sec.L)],
    numbers: [
      cells[0].size,
      cells[1].twice(21),
      cells[0].leak(),
      cells[1].leak(),
      ...cells.flatMap((cell) => [0, 1, 2].map((i) => cell.weight[i])),
    ],
    parts: [...cells[1].parts()].map((sec) => sec.name()),
    objects: [cells[0].syns.count(), h.List("Pyramid").count(), cells[0].dend[2].nseg, cells[0].dend.length],
    instances: [h.Pyramid[0].size, h.Pyramid[1].soma.L, h.List("Pyramid").object(1).size],
  };
  cells[0].name = "renamed";
  cells[0].size = 3;
  cells[0].describe(text);
  traces.written = text[0];
  h("double found[4]\nobjref pick\nstrdef what");
  h.pick = cells[1];
  h(
    'pick.soma { found[0] = L }\nforsec pick.apical { found[1] += L }\nforsec "Pyramid.*dend" { found[2] += 1 }\nforall { found[3] += nseg }\nwhat = pick.name',
  );
  traces["from hoc"] = [0, 1, 2, 3].map((i) => h.found[i]);
  traces.strdef = h.what;
  const netcons: any[] = [];
  const stim = h.NetStim();
  [stim.number, stim.interval, stim.start] = [8, 2.5, 1];
  for (const cell of cells) {
    for (const [i, synapse] of [...cell.syns].entries()) {
      netcons.push(h.NetCon(stim, synapse, 0, 0.5 + i, 0.01));
    }
  }
  for (const [i, cell] of cells.entries()) {
    traces[`v ${i}`] = h.Vector().record(cell.soma(0.5)._ref_v);
  }
  traces.g = h.Vector().record(cells[1].syns.o(3)._ref_g);
  h.finitialize(-65);
  h.continuerun(25);
  return traces;
}
