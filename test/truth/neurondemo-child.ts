// neurondemo-child.js NUMBER ["HOC before the run"] FILE: runs one of NEURON's demonstrations, and writes what its Graphs show,
// as NEURON's own test has it: [[name, [{ x, y }, …]], …], numbers as HOC's %g prints them.
import { writeFileSync } from "node:fs";
import { h as typed, untyped } from "nrn-patch";
import { asOnADisplay } from "#display";

const h = untyped(typed);
const [number, before, file] = process.argv.slice(2) as [string, string, string];
asOnADisplay();
h.load_file("nrngui.hoc");
const folder = `${h.neuronhome()}/demo/`;
process.env.NRNDEMO = folder;
h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
h.load_file(`${folder}demo.hoc`);
h("usetable_hh = 0");
h.demo(Number(number));
if (before) h(before);
h.run();

const text = h.ref("");
const printed = (vector: Iterable<number>) =>
  [...vector].map((value) => {
    h.sprint(text, "%g", value);
    return text[0] as string;
  });
const graphs = [...h.List("Graph")].map((graph: any) => {
  const lines: { x: string[]; y: string[] }[] = [];
  const [x, y] = [h.Vector(), h.Vector()];
  for (let i = graph.getline(-1, x, y); i !== -1; i = graph.getline(i, x, y))
    lines.push({ x: printed(x), y: printed(y) });
  return [String(graph), lines];
});
writeFileSync(file, JSON.stringify(graphs));
