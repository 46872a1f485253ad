export const title = "write s(0.5).hh.gnabar";
export const count = 200_000;
/** It takes minutes for as many. */
export const counts = { "nrn-patch": 5_000 };

export function prepare(h) {
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  return (count) => {
    for (let i = 0; i < count; i++) soma(0.5).hh.gnabar = i;
  };
}
