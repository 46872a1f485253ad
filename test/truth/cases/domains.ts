// A parameter by distance along an apical tree, through the library's SubsetDomainIterator.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.load_file("subiter.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 20;
  const dends: any[] = [];
  for (let i = 0; i < 5; i++) {
    const dend = h.Section({ name: `dend${i}` });
    [dend.L, dend.diam, dend.nseg] = [80 + 20 * i, 3 - 0.4 * i, 5];
    dend.connect(i === 0 ? soma(1) : dends[Math.floor((i - 1) / 2)](1));
    dend.insert("hh");
    dends.push(dend);
  }
  const apical = h.SectionList();
  for (const dend of dends) {
    apical.append(dend);
  }
  h("objref domain, places\nplaces = new Vector()");
  const traces: any = {};
  for (const [proximal, distal] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]) {
    h.domain = h.SubsetDomainIterator(apical, 0, proximal, distal);
    h.domain.update();
    h(
      "proc spread() { places.resize(0)  for domain.loop() { places.append(domain.x, domain.p)  gnabar_hh(domain.x) = 0.05 + 0.1 * domain.p } }",
    );
    h.spread();
    traces[`places ${proximal}${distal}`] = h.places.c();
    traces[`gnabar ${proximal}${distal}`] = dends.flatMap((dend) => [...dend].map((seg) => seg.gnabar_hh));
  }
  return traces;
}
