// Fewer points with every peak: of each stretch the lowest and the highest, in their order.

export function thinned(
  t: ArrayLike<number>,
  y: ArrayLike<number>,
  most: number,
): { t: Float32Array; y: Float32Array } {
  const n = t.length;
  if (n <= most) return { t: Float32Array.from(t), y: Float32Array.from(y) };
  const stretches = Math.max(1, Math.floor(most / 2));
  const [times, values] = [new Float32Array(2 * stretches), new Float32Array(2 * stretches)];
  for (let k = 0; k < stretches; k++) {
    const [from, to] = [Math.floor((k * n) / stretches), Math.floor(((k + 1) * n) / stretches)];
    let [low, high] = [from, from];
    for (let i = from + 1; i < to; i++) {
      if ((y[i] as number) < (y[low] as number)) low = i;
      if ((y[i] as number) > (y[high] as number)) high = i;
    }
    [Math.min(low, high), Math.max(low, high)].forEach((i, side) => {
      times[2 * k + side] = t[i] as number;
      values[2 * k + side] = y[i] as number;
    });
  }
  return { t: times, y: values };
}
