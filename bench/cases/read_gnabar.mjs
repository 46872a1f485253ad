export const title = "read s(0.5).hh.gnabar";
export const count = 200_000;
/** It takes longer for each the more there were before. */
export const counts = { "nrn-patch": 500 };

export function prepare(h) {
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += soma(0.5).hh.gnabar;
    if (sum === 0) throw new Error("nothing was read");
  };
}
