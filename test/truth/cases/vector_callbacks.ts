// Vector.apply with a function of the host language, iteration and conversion.
export function run(h: any) {
  const v = h.Vector(8).indgen(-2, 0.75);
  const back = h.Vector(v.to_python());
  let total = 0;
  for (const value of v) {
    total += value;
  }
  const sizes = [v.size(), back.length, v.buffer_size() >= 8];
  v.resize(10);
  const moved = h.List();
  moved.append(v);
  moved.append(back);
  return {
    squares: h
      .Vector(8)
      .indgen(0, 1)
      .apply((x: number) => x * x + 1)
      .c(2, 7),
    back,
    total,
    sizes,
    resized: v,
    "in a list": [
      moved.count(),
      moved.length,
      moved[0].size(),
      moved.o(1)[2],
      moved.index(back),
      moved.object(0).sum(),
    ],
    names: [v.hname(), back.hname(), String(moved)],
  };
}
