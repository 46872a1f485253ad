// Axes on a canvas: its size in the screen's own pixels, round ticks, and what is written beside them.

/** Room for the numbers, px. */
const margin = { left: 52, right: 8, top: 8, bottom: 22 };

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Area {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  x(value: number): number;
  y(value: number): number;
}

/** A cleared canvas with its axes; `rows`: y counts rows, from the top, and has these names. */
export function axes(canvas: HTMLCanvasElement, x: Range, y: Range, rows?: (row: number) => string): Area {
  const ratio = globalThis.devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = canvas;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  pen.font = `11px ${style.fontFamily}`;
  const [right, bottom] = [width - margin.right, height - margin.bottom];
  const marks = (rows ? rowTicks(y, bottom - margin.top) : ticks(y, (bottom - margin.top) / 34)).map(
    (tick) => [tick, rows ? rows(tick) : number(tick)] as const,
  );
  // Names have the room that they need, up to a third of it all.
  const needed = marks.reduce((most, [, text]) => Math.max(most, pen.measureText(text).width), 0) + 10;
  const left = Math.max(margin.left, Math.min(needed, width / 3));
  const area: Area = {
    pen,
    width: right - left,
    height: bottom - margin.top,
    x: (value) => left + ((value - x.from) / (x.to - x.from || 1)) * (right - left),
    y: rows
      ? (value) => margin.top + ((value - y.from) / (y.to - y.from || 1)) * (bottom - margin.top)
      : (value) => bottom - ((value - y.from) / (y.to - y.from || 1)) * (bottom - margin.top),
  };
  const [line, quiet] = [style.getPropertyValue("--line"), style.getPropertyValue("--quiet")];
  pen.lineWidth = 1;
  const stroke = (...[x1, y1, x2, y2]: [number, number, number, number]): void => {
    pen.strokeStyle = line;
    pen.beginPath();
    pen.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
    pen.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
    pen.stroke();
  };
  pen.fillStyle = quiet;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (const [tick, text] of marks) {
    if (!rows) stroke(left, area.y(tick), right, area.y(tick));
    pen.fillText(shortened(pen, text, left - 10), left - 7, area.y(tick));
  }
  stroke(left, bottom, right, bottom);
  pen.textBaseline = "top";
  pen.textAlign = "center";
  const list = ticks(x, area.width / 70);
  list.forEach((tick, i) => {
    stroke(area.x(tick), bottom, area.x(tick), bottom + 4);
    const isLast = i === list.length - 1;
    const text = isLast ? `${number(tick)} ms` : number(tick);
    const half = pen.measureText(text).width / 2;
    pen.fillText(text, Math.min(area.x(tick), width - half), bottom + 7);
  });
  return area;
}

/** Round numbers within, about so many. */
export function ticks({ from, to }: Range, about: number): number[] {
  const span = to - from;
  if (!(span > 0)) return [from];
  const rough = span / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const list: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) list.push(i * step);
  return list;
}

/** All rows when there is room for their names, else some. */
function rowTicks({ from, to }: Range, height: number): number[] {
  const rows = Math.round(to - from);
  const each = Math.max(1, Math.ceil(rows / Math.max(1, Math.floor(height / 14))));
  return Array.from({ length: Math.ceil(rows / each) }, (_, i) => Math.ceil(from) + i * each);
}

/** With the digits that tell it from its neighbours, and a true minus. */
export function number(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}

function shortened(pen: CanvasRenderingContext2D, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  let end = text.length - 1;
  while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > room) end--;
  return `${text.slice(0, end)}…`;
}
