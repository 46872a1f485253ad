/** A binary tree of 500 sections with 10 500 segments: what the cases of the live page show. */
export function tree(h) {
  const sections = [];
  for (let i = 0; i < 500; i++) {
    const section = h.Section({ name: `dend${i}` });
    Object.assign(section, { L: 200, diam: 2, nseg: 21 });
    section.insert("hh");
    if (i > 0) section.connect(sections[Math.floor((i - 1) / 2)]);
    sections.push(section);
  }
}
