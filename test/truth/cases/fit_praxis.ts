// fit_praxis and attr_praxis minimise a function of the host language, and one of HOC.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.attr_praxis(1e-4, 0.5, 0);
  const tried = h.Vector();

  const valley = (x: any) => {
    tried.append(x[0], x[1]);
    return (x[0] - 1) * (x[0] - 1) + 4 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]);
  };

  const start = h.Vector([-0.5, 0.5]);
  const least = h.fit_praxis(valley, start);
  h("func bowl() { return ($&2[0] - 3) ^ 2 + ($&2[1] + 1) ^ 2 + 0.5 * $&2[0] * $&2[1] }");
  const other = h.Vector([0, 0]);
  const bottom = h.fit_praxis(2, "bowl", other._ref_x[0]);
  return { least: [least, ...start], tried, bowl: [bottom, ...other] };
}
