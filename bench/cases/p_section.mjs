export const title = "p: a cell, two sections with all their options";
export const count = 2_000;

const remove = (sections) => () => {
  for (const section of sections.reverse()) section.dispose();
};

export function sections(p) {
  const soma = p.Section({ L: 20, diam: 20, insert: "hh" });
  const dend = p.Section({ L: 200, diam: 2, nseg: 5, insert: ["pas"] });
  dend.connect(soma(1));
  return [soma, dend];
}

export function plainSections(h) {
  const soma = h.Section();
  soma.L = soma.diam = 20;
  soma.insert("hh");
  const dend = h.Section();
  dend.L = 200;
  dend.diam = 2;
  dend.nseg = 5;
  dend.insert("pas");
  dend.connect(soma(1));
  return [soma, dend];
}

const many = (pair) => (count) => {
  const made = [];
  for (let i = 0; i < count; i++) made.push(...pair());
  return remove(made);
};

export const prepare = (p) => many(() => sections(p));
export const plain = (h) => many(() => plainSections(h));
