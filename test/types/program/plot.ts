// Compiles, and where it says so does not: pictures.

import { h, p } from "nrn-patch";
import { type Figure, morphology, raster, topology, traces } from "nrn-patch/plot";

const soma = p.Section({ name: "soma" });
const v = soma.record();

const figures: Figure[] = [
  traces(v),
  traces([v, new Float64Array(3), [1, 2, 3]], { x: p.time, labels: ["a", "b", "c"], axes: "each" }),
  traces({ soma: v, numbers: [1, 2] }, { x: { soma: [1], numbers: [1, 2] }, xDomain: [0, 1], colors: ["red"] }),
  traces(soma, { title: "t", description: "d", width: 300, height: 200, theme: "dark", background: "none" }),
  raster({ a: v, b: [1, 2] }),
  raster([p.NetCon(soma, null)], { labels: ["a"] }),
  raster([v, [1, 2]]),
  raster(p.parallel.spike_record()),
  morphology(),
  morphology(soma, { color: "v", domain: [-80, 40], projection: "xz" }),
  morphology(h.allsec(), { color: (segment) => segment.x, label: "x", colors: ["white", "black"] }),
  morphology([soma], { color: () => undefined }),
  topology(soma.wholetree(), { width: 300 }),
];
const text: string = String(figures[0]);
const saved: Promise<void> = (figures[0] as Figure).save("x.png", { scale: 2, theme: "light", background: "white" });
const drawn: Promise<unknown> = h.Graph().figure({ title: "a" }).save("x.svg");

export { drawn, saved, text };

// @ts-expect-error a mistyped option
traces(v, { xlabel: "t" });
// @ts-expect-error another word
traces(v, { axes: "two" });
// @ts-expect-error a string is no series
traces("soma");
// @ts-expect-error no projection
morphology(soma, { projection: "xx" });
// @ts-expect-error a colour is a name or a function
morphology(soma, { color: 5 });
// @ts-expect-error morphology's option
topology(soma, { projection: "xy" });
// @ts-expect-error a PNG's option with another name
new Map([[1, figures[0] as Figure]]).get(1)?.save("x.png", { resolution: 2 });
