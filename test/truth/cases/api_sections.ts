// NEURON's test/api/sections.cpp.
export function run(h: any) {
  const soma = h.Section({ name: "soma" });
  const dend1 = h.Section({ name: "dend1" });
  const dend2 = h.Section({ name: "dend2" });
  const dend3 = h.Section({ name: "dend3" });
  const axon = h.Section({ name: "axon" });
  dend1.connect(soma(1), 0);
  dend2.connect(dend1(1), 0);
  dend3.connect(dend1(1), 0);
  axon.connect(soma(0), 0);
  axon.nseg = 5;
  const below = h.SectionList();
  below.subtree({ sec: dend1 });
  return {
    allsec: [...h.allsec()].map((sec) => sec.name()),
    subtree: [...below].map((sec) => sec.name()),
    "dend1.subtree": dend1.subtree().map((sec: any) => sec.name()),
    "axon.wholetree": axon.wholetree().map((sec: any) => sec.name()),
    "soma.children": soma.children().map((sec: any) => sec.name()),
    "parent of axon": [axon.parentseg().sec.name(), dend3.parentseg().sec.name()],
    "parent x": [axon.parentseg().x, dend3.parentseg().x],
    "axon x": [...axon].map((seg) => seg.x),
    "axon allseg": [...axon.allseg()].map((seg) => seg.x),
  };
}
