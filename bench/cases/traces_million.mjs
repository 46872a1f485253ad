import { traces } from "../../dist/bundle/plot.js";

export const title = "traces of a million points as SVG (below 1 s)";
export const count = 1_000_000;
export const whole = true;
export const alone = true;

export function prepare(h) {
  const x = h.Vector(count).indgen(0.025);
  const y = h.Vector(count).sin(1, 0, 0.025);
  return () => {
    const used = process.cpuUsage();
    if (!String(traces(y, { x })).endsWith("</svg>")) throw new Error("no figure");
    const { user, system } = process.cpuUsage(used);
    if (user + system > 1e6) throw new Error(`it took ${((user + system) / 1e6).toFixed(2)} s`);
  };
}
