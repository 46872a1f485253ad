export const title = "read clamp.amp";
export const count = 500_000;

export function prepare(h) {
  const clamp = h.IClamp(h.Section({ name: "soma" })(0.5));
  clamp.amp = 1;
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += clamp.amp;
    if (sum === 0) throw new Error("nothing was read");
  };
}
