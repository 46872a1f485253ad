export const title = "write s(0.5).hh.gnabar";
export const count = 200_000;
/** It takes longer for each the more there were before. */
export const counts = { "nrn-patch": 500 };

export function prepare(h) {
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  return (count) => {
    for (let i = 0; i < count; i++) soma(0.5).hh.gnabar = i;
  };
}
