export const title = "read seg.v and seg._ref_v, of a million";
export const kind = "memory";
export const count = 1_000_000;
/** It takes longer for each the more there were before. */
export const counts = { "nrn-patch": 500 };
export const samples = 3;

export function prepare(h) {
  const soma = h.Section({ name: "soma" });
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += soma(0.5).v + soma(0.5)._ref_v[0];
    if (sum === 0) throw new Error("nothing was read");
  };
}
