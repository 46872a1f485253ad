// An axis that a model drew into its Graph.
import type { AxisDescription } from "../hoc/graphics/description.js";
import type { Theme } from "./options.js";
import type { Scales, Shape } from "./paths.js";
import { round } from "./svg.js";
import { colors, grounds } from "./theme.js";
import { short } from "./ticks.js";

/** The line where it crosses the other axis, its tics and numbers. */
export function axisShapes(axis: AxisDescription, isX: boolean, scales: Scales, theme: Theme): Shape[] {
  const { ink } = colors[grounds(theme)[0]];
  const tics = ticsOf(axis);
  const place = (value: number): [number, number] =>
    isX ? [scales.x(value), scales.y(axis.at)] : [scales.x(axis.at), scales.y(value)];
  const out = (axis.inverted ? -1 : 1) * 5;
  const tick = (value: number, length: number): string => {
    const [x, y] = place(value);
    return isX ? `M${round(x)},${round(y)}v${round(length)}` : `M${round(x)},${round(y)}h${round(-length)}`;
  };
  const [[x1, y1], [x2, y2]] = [place(axis.from), place(axis.to)];
  const step = tics.length > 1 ? (tics[1] as number) - (tics[0] as number) : 0;
  const minor = tics
    .slice(0, -1)
    .flatMap((value) =>
      Array.from({ length: axis.minorTics }, (_, i) => value + ((i + 1) * step) / (axis.minorTics + 1)),
    );
  const d = [
    `M${round(x1)},${round(y1)}L${round(x2)},${round(y2)}`,
    ...tics.map((value) => tick(value, out)),
    ...minor.map((value) => tick(value, out / 2)),
  ];
  const line: Shape = { name: "path", attributes: { d: d.join(""), stroke: ink, class: "model-black", fill: "none" } };
  if (!axis.numbers) return [line];
  const numbers = tics.map((value): Shape => {
    const [x, y] = place(value);
    const attributes = isX
      ? { x: round(x), y: round(y + (axis.inverted ? -9 : 17)), "text-anchor": "middle" }
      : { x: round(x - 2 * out), y: round(y + 4), "text-anchor": axis.inverted ? "start" : "end" };
    return { name: "text", attributes, text: short(value) };
  });
  return [line, ...numbers];
}

/** As many as the model wants; else about five at round numbers. */
function ticsOf({ from, to, tics }: AxisDescription): number[] {
  if (tics >= 0) return Array.from({ length: tics + 1 }, (_, i) => from + (i * (to - from)) / Math.max(1, tics));
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step);
}
