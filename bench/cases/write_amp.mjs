export const title = "write clamp.amp";
export const count = 500_000;

export function prepare(h) {
  const clamp = h.IClamp(h.Section({ name: "soma" })(0.5));
  return (count) => {
    for (let i = 0; i < count; i++) clamp.amp = i;
  };
}
