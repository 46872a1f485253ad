"""SectionList, SectionRef and the walks of a tree: orders, removals, unions, what a deletion leaves."""


def run(h):
    secs = {}
    for name, parent, x, end in [
        ("soma", None, 0, 0),
        ("axon", "soma", 0, 0),
        ("apical", "soma", 1, 0),
        ("tuft", "apical", 1, 0),
        ("oblique", "apical", 0.5, 0),
        ("basal", "soma", 0.3, 1),
        ("twig", "basal", 0, 0),
        ("other", None, 0, 0),
    ]:
        secs[name] = h.Section(name=name)
        if parent:
            secs[name].connect(secs[parent](x), end)

    def names(sections):
        return [sec.name() for sec in sections]

    def listed(method, *start):
        sections = h.SectionList()
        getattr(sections, method)(*start)
        return names(sections)

    below = h.SectionList()
    below.subtree(sec=secs["apical"])
    below.append(secs["twig"])
    traces = {
        "allsec": names(h.allsec()),
        "allroots": listed("allroots"),
        "wholetree": listed("wholetree", secs["oblique"]),
        "subtree": listed("subtree", secs["basal"]),
        "children": listed("children", secs["soma"]),
        "append": names(below),
        "contains": [below.contains(secs["tuft"]), below.contains(secs["soma"]), below.unique(), len(below), below.size()],
        "tree methods": names(secs["twig"].wholetree()) + names(secs["apical"].subtree()) + names(secs["soma"].children()),
        "parents": [names([sec.parentseg().sec])[0] if sec.parentseg() else "-" for sec in secs.values()],
        "true parents": [sec.trueparentseg().sec.name() if sec.trueparentseg() else "-" for sec in secs.values()],
        "orientation": [sec.orientation() for sec in secs.values()],
        "places": [sec.parentseg().x for sec in secs.values() if sec.parentseg()],
    }
    below.append(secs["tuft"])
    below.append(secs["tuft"])
    traces["doubled"] = [len(below), below.unique(), len(below)]
    below.remove(secs["oblique"])
    removed = h.SectionList()
    removed.append(secs["twig"])
    below.remove(removed)
    traces["removed"] = names(below)
    ref = h.SectionRef(sec=secs["apical"])
    traces["reference"] = [ref.nchild(), ref.has_parent(), ref.has_trueparent(), ref.is_cas(sec=secs["apical"]), ref.exists()]
    traces["reference names"] = [ref.sec.name(), ref.parent.name(), ref.root.name(), ref.trueparent.name(), ref.child[0].name(), ref.child[1].name()]
    h.disconnect(sec=secs["basal"])
    traces["disconnected"] = listed("allroots") + listed("wholetree", secs["soma"])
    h.delete_section(sec=secs.pop("tuft"))
    traces["deleted"] = names(h.allsec()) + names(below)
    traces["by name"] = [h.section_exists("soma"), h.section_exists("nowhere")]
    h("create a[3]\nconnect a[1](0), a[0](1)\nconnect a[2](0), a[1](0.5)")
    traces["hoc"] = names(h.a[0].wholetree()) + [h.a[2].parentseg().sec.name()]
    return traces
