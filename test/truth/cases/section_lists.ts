// SectionList, SectionRef and the walks of a tree: orders, removals, unions, what a deletion leaves.
export function run(h: any) {
  const secs: any = {};
  for (const [name, parent, x, end] of [
    ["soma", null, 0, 0],
    ["axon", "soma", 0, 0],
    ["apical", "soma", 1, 0],
    ["tuft", "apical", 1, 0],
    ["oblique", "apical", 0.5, 0],
    ["basal", "soma", 0.3, 1],
    ["twig", "basal", 0, 0],
    ["other", null, 0, 0],
  ] as [string, string | null, number, number][]) {
    secs[name] = h.Section({ name });
    if (parent) {
      secs[name].connect(secs[parent](x), end);
    }
  }

  const names = (sections: Iterable<any>) => [...sections].map((sec) => sec.name());

  const listed = (method: string, ...start: any[]) => {
    const sections = h.SectionList();
    sections[method](...start);
    return names(sections);
  };

  const all: any[] = Object.values(secs);
  const below = h.SectionList();
  below.subtree({ sec: secs.apical });
  below.append(secs.twig);
  const traces: any = {
    allsec: names(h.allsec()),
    allroots: listed("allroots"),
    wholetree: listed("wholetree", secs.oblique),
    subtree: listed("subtree", secs.basal),
    children: listed("children", secs.soma),
    append: names(below),
    contains: [below.contains(secs.tuft), below.contains(secs.soma), below.unique(), below.length, below.size()],
    "tree methods": [...names(secs.twig.wholetree()), ...names(secs.apical.subtree()), ...names(secs.soma.children())],
    parents: all.map((sec) => (sec.parentseg() ? sec.parentseg().sec.name() : "-")),
    "true parents": all.map((sec) => (sec.trueparentseg() ? sec.trueparentseg().sec.name() : "-")),
    orientation: all.map((sec) => sec.orientation()),
    places: all.filter((sec) => sec.parentseg()).map((sec) => sec.parentseg().x),
  };
  below.append(secs.tuft);
  below.append(secs.tuft);
  traces.doubled = [below.length, below.unique(), below.length];
  below.remove(secs.oblique);
  const removed = h.SectionList();
  removed.append(secs.twig);
  below.remove(removed);
  traces.removed = names(below);
  const ref = h.SectionRef({ sec: secs.apical });
  traces.reference = [
    ref.nchild(),
    ref.has_parent(),
    ref.has_trueparent(),
    ref.is_cas({ sec: secs.apical }),
    ref.exists(),
  ];
  traces["reference names"] = [
    ref.sec.name(),
    ref.parent.name(),
    ref.root.name(),
    ref.trueparent.name(),
    ref.child[0].name(),
    ref.child[1].name(),
  ];
  h.disconnect({ sec: secs.basal });
  traces.disconnected = [...listed("allroots"), ...listed("wholetree", secs.soma)];
  h.delete_section({ sec: secs.tuft });
  traces.deleted = [...names(h.allsec()), ...names(below)];
  traces["by name"] = [h.section_exists("soma"), h.section_exists("nowhere")];
  h("create a[3]\nconnect a[1](0), a[0](1)\nconnect a[2](0), a[1](0.5)");
  traces.hoc = [...names(h.a[0].wholetree()), h.a[2].parentseg().sec.name()];
  return traces;
}
