// A figure that is a chart: refused where its height leaves no room, drawn when it is wanted.
import { assertHeight, type Chart, drawChart } from "./chart.js";
import { Figure } from "./figure.js";
import type { Frame, Theme } from "./options.js";

export interface ChartPicture {
  /** What makes it, for messages. */
  readonly where: string;
  readonly kind: string;
  readonly frame: Frame;
  readonly title: string;
  readonly description: string;
  /** Its size is the frame's. */
  chart(theme: Theme): Omit<Chart, "width" | "height">;
}

export function chartFigure({ where, chart, ...picture }: ChartPicture): Figure {
  const { width, height, theme } = picture.frame;
  const sized = (wanted: Theme): Chart => ({ ...chart(wanted), width, height });
  assertHeight(where, sized(theme));
  return new Figure({ ...picture, draw: (wanted) => drawChart(sized(wanted), wanted) });
}
