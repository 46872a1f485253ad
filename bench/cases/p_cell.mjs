import { plainSections, sections } from "./p_section.mjs";
import { plainStimulated, stimulated } from "./p_stimulate.mjs";

export const title = "p: a whole cell, synapse, stimulus, connection and recorder on it";
export const count = 2_000;

const remove = (cells) => () => {
  for (const { soma, dend, stimulus } of cells) {
    stimulus.dispose();
    dend.dispose();
    soma.dispose();
  }
};

const many = (cell) => (count) => {
  const cells = [];
  for (let i = 0; i < count; i++) cells.push(cell());
  return remove(cells);
};

export function prepare(p) {
  return many(() => {
    const [soma, dend] = sections(p);
    return { soma, dend, recorder: soma.record(), ...stimulated(p, dend(0.5)) };
  });
}

export function plain(h) {
  return many(() => {
    const [soma, dend] = plainSections(h);
    return { soma, dend, recorder: h.Vector().record(soma(0.5)._ref_v), ...plainStimulated(h, dend(0.5)) };
  });
}
