export const title = "p: a cell, two sections with all their options";
export const count = 2_000;

const remove = (sections) => () => {
  for (const section of sections.reverse()) section.dispose();
};

export function prepare(p) {
  return (count) => {
    const sections = [];
    for (let i = 0; i < count; i++) {
      const soma = p.Section({ L: 20, diam: 20, insert: "hh" });
      const dend = p.Section({ L: 200, diam: 2, nseg: 5, insert: ["pas"] });
      dend.connect(soma(1));
      sections.push(soma, dend);
    }
    return remove(sections);
  };
}

export function plain(h) {
  return (count) => {
    const sections = [];
    for (let i = 0; i < count; i++) {
      const soma = h.Section();
      soma.L = soma.diam = 20;
      soma.insert("hh");
      const dend = h.Section();
      dend.L = 200;
      dend.diam = 2;
      dend.nseg = 5;
      dend.insert("pas");
      dend.connect(soma(1));
      sections.push(soma, dend);
    }
    return remove(sections);
  };
}
