// Vector.plot, line, mark and ploterr: Vectors shown in a Graph.
import { ArgumentTypeError } from "../../core/errors.js";
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf } from "../object.js";
import type { Given } from "./given.js";
import type { Graph } from "./graphs.js";
import { ink, markOf } from "./inks.js";
import { numbersOf } from "./live.js";

type Draw = (vector: HocObject, graph: Graph, given: Given) => void;

/** Shows the Vector in the Graph that is the call's first argument. */
export function drawVector(method: string, vector: HocObject, graph: Graph, given: Given): void {
  const draw = ({ plot, line, mark, ploterr: errors } as Readonly<Record<string, Draw>>)[method];
  draw?.(vector, graph, given);
}

/** How its second argument places the points: another Vector, a distance between them, or their index. */
function along(given: Given): HocObject | number {
  if (given.count !== 2 && given.count !== 4) return 1;
  return given.isNumber(2) ? given.number(2) : given.object(2, "Vector");
}

function refuseMore(given: Given): void {
  if (given.count > 4) throw new ArgumentTypeError(`${given.call}: at most 4 arguments, got ${given.count}.`);
}

/** Read anew at each drawing. */
function plot(vector: HocObject, graph: Graph, given: Given): void {
  refuseMore(given);
  graph.addLiveVector(
    vector,
    along(given),
    given.count >= 3 ? graph.ink(given, given.count - 1) : ink(graph.color, graph.brush),
  );
}

/** As it is now. */
function line(vector: HocObject, graph: Graph, given: Given): void {
  refuseMore(given);
  const step = along(given);
  const y = numbersOf(vector);
  const x = typeof step === "number" ? y.map((_, i) => i * step) : numbersOf(step);
  const n = Math.min(x.length, y.length);
  const how = given.count >= 3 ? graph.ink(given, given.count - 1) : ink(graph.color, graph.brush);
  const points = { x: Array.from(x.subarray(0, n)), y: Array.from(y.subarray(0, n)) };
  graph.beginLine(native.vectorLabel(handleOf(vector)), how, points);
}

function mark(vector: HocObject, graph: Graph, given: Given): void {
  const y = numbersOf(vector);
  const x = given.isNumber(2) ? y.map((_, i) => i * given.number(2)) : numbersOf(given.object(2, "Vector"));
  const style = given.isText(3) ? markOf(given.text(3)) : markOf(given.number(3, 0));
  if (style === undefined) throw given.wrong(3, "a mark: + o s t O S T | -, or its number");
  const [size, how] = [given.number(4, 12), graph.ink(given, 5)];
  for (let i = 0; i < Math.min(x.length, y.length); i++)
    graph.addMark(x[i] as number, y[i] as number, style, size, how);
}

/** A bar from value - error to value + error at each point. */
function errors(vector: HocObject, graph: Graph, given: Given): void {
  const y = numbersOf(vector);
  const [x, error] = [numbersOf(given.object(2, "Vector")), numbersOf(given.object(3, "Vector"))];
  const [size, how] = [given.number(4, 4), graph.ink(given, 5)];
  for (let i = 0; i < Math.min(x.length, y.length, error.length); i++) {
    const [at, low, high] = [
      x[i],
      (y[i] as number) - (error[i] as number),
      (y[i] as number) + (error[i] as number),
    ] as [number, number, number];
    graph.beginLine("", ink(graph.color, graph.brush), { x: [at, at], y: [low, high] });
    graph.addMark(at, low, "-", size, how);
    graph.addMark(at, high, "-", size, how);
  }
}
