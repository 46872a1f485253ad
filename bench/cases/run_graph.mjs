export const title = "a run of 2 s, 80 000 steps, with a Graph of three curves";
export const count = 2000;
export const whole = true;
export const alone = true;
/** Half a microsecond for each step and curve, beside the 2.5 of the step itself. */
export const plainLimit = 1.6;

function cell(h) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 10;
  soma.insert("hh");
  return soma;
}

export function prepare(h) {
  const soma = cell(h);
  const graph = h.Graph();
  graph.addexpr("v(.5)");
  graph.addvar("v", soma(0.5)._ref_v);
  graph.addvar("m", soma(0.5)._ref_m_hh);
  h.graphList[0].append(graph);
  return (count) => {
    h.tstop = count;
    h.run();
    for (const { y } of graph.lines) if (y.length !== 40 * count + 1) throw new Error(`${y.length} points`);
  };
}

/** The same run without a Graph. */
export function plain(h) {
  cell(h);
  return (count) => {
    h.tstop = count;
    h.run();
  };
}
