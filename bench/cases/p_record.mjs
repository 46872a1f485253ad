export const title = "p: section.record()";
export const sizes = [2_000, 20_000];

function recording(h, count, record) {
  const make = () => Array.from({ length: count }, () => h.Section());
  let sections = make();
  return () => {
    const vectors = sections.map(record);
    return () => {
      for (const vector of vectors) vector.play_remove();
      for (const section of sections) section.dispose();
      sections = make(); // the first recording of each is the one that counts
    };
  };
}

export function prepare(p, count) {
  return recording(p, count, (section) => section.record());
}

export function plain(h, count) {
  return recording(h, count, (section) => h.Vector().record(section(0.5)._ref_v));
}
