// The live page: what the program says is shown, and what is pressed is told to the program.
import type { ColorInfo, Frame, SceneMessage, ServerMessage, Shape } from "../protocol.js";
import { number } from "./axes.js";
import { ColorScale } from "./colorscale.js";
import { Controls } from "./controls.js";
import { byId, element } from "./dom.js";
import { Lines } from "./lines.js";
import { Link } from "./link.js";
import { palette } from "./paint.js";
import { Panels } from "./panels.js";
import { Pick } from "./pick.js";
import { Pictures } from "./pictures.js";
import { canDraw } from "./quality.js";
import { Raster } from "./raster.js";
import { Ruler } from "./ruler.js";
import { Sliders } from "./sliders.js";
import { Stage } from "./stage.js";

const ruler = new Ruler(byId("ruler"));
/** None where the browser cannot draw the cells: all else is shown. */
const stage = canDraw()
  ? new Stage(
      byId<HTMLCanvasElement>("cell"),
      (segment) => pick.choose(segment),
      (perMicron) => ruler.show(perMicron),
    )
  : undefined;
if (stage === undefined) {
  const text = "The cells are not shown: this browser has no WebGL 2, or it is switched off. All else works.";
  byId("shape").append(element("p", { className: "note" }, text));
  byId("shape").classList.add("flat");
}
const pick: Pick = new Pick(byId("pick"), {
  chosen: (segment) => {
    stage?.paint.set("chosen", segment ?? -1);
    stage?.draw();
  },
  trace: (segment) => link.send({ type: "trace", segment }),
});
const lines = new Lines(byId("traces"), (id) => link.send({ type: "untrace", id }));
const raster = new Raster(byId("spikes"));
const sliders = new Sliders(byId("parameters"), (index, value) => link.send({ type: "set", index, value }));
const scale = new ColorScale((name) => link.send({ type: "color", name }));
const panels = new Panels(byId("panels"), (message) => link.send(message));
const pictures = new Pictures(byId("pictures"));
const controls = new Controls((message) => link.send(message));
const done = byId<HTMLProgressElement>("done");
const clock = byId("time");
const problem = byId("problem");

let version = -1;
let epoch = -1;
let isConnected = false;
let trouble = "";

function showScene(scene: SceneMessage): void {
  version = scene.version;
  byId("title").textContent = document.title = scene.title;
  byId("shape").hidden = scene.sections.length === 0;
  (document.querySelector("main") as HTMLElement).classList.toggle("bare", scene.sections.length === 0);
  scale.setVariables(scene.variables, scene.color);
  showColor(scene.color);
  pick.setSections(scene.sections);
  sliders.setParameters(scene.parameters);
  raster.setRows(scene.rows, scene.sections.length === 0);
}

function showColor(color: ColorInfo): void {
  scale.show(color);
  pick.setColor(color);
  stage?.paint.set("low", color.low);
  stage?.paint.set("high", color.high);
  stage?.draw();
}

function showShape(shape: Shape): void {
  if (shape.version === version && shape.points.length > 0) stage?.setShape(shape);
}

function showFrame(frame: Frame): void {
  if (frame.version !== version) return;
  if (frame.epoch !== epoch) {
    epoch = frame.epoch;
    lines.forget();
    raster.forget();
  }
  stage?.paint.setValues(frame.values);
  stage?.draw();
  pick.setValues(frame.values);
  lines.add(frame.traces, frame.stop);
  raster.add(frame.spikeTimes, frame.spikeRows, frame.stop);
  done.value = frame.stop > 0 ? Math.min(1, frame.t / frame.stop) : 0;
  const rate = frame.rate > 0 ? ` · ${number(Number(frame.rate.toPrecision(2)))} ms/s` : "";
  clock.textContent = `${frame.t.toFixed(frame.stop < 10 ? 2 : 1)} / ${number(frame.stop)} ms${rate}`;
}

function showProblem(): void {
  const text = isConnected ? trouble : "The program has ended, or is busy. This page goes on when it is back.";
  problem.textContent = text;
  problem.hidden = text === "";
}

function hear(message: ServerMessage): void {
  if (message.type === "scene") showScene(message);
  else if (message.type === "state") controls.setState(message);
  else if (message.type === "traces") lines.setTraces(message.traces);
  else if (message.type === "parameters") sliders.setValues(message.values);
  else if (message.type === "color") showColor(message.color);
  else if (message.type === "panels") {
    panels.show(message.panels);
    pictures.setNames(message.pictures);
  } else if (message.type === "picture") {
    pictures.show(message.name, message.svg);
    link.send({ type: "ack" });
  } else {
    trouble = message.text;
    showProblem();
  }
}

function dress(): void {
  const style = getComputedStyle(document.documentElement);
  stage?.setGround(style.getPropertyValue("--ground").trim());
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const colors = palette(isDark);
  stage?.paint.setPalette(colors);
  scale.setPalette(colors);
  stage?.paint.set("none", isDark ? [0.36, 0.4, 0.44] : [0.72, 0.75, 0.78]);
  stage?.paint.set("mark", isDark ? [1, 0.62, 0.36] : [0.86, 0.3, 0.1]);
  lines.draw();
  raster.draw();
}

byId("home").addEventListener("click", () => stage?.home());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
dress();

const link = new Link({
  message: hear,
  shape: showShape,
  frame: showFrame,
  connected: (isOn) => {
    isConnected = isOn;
    // What is connected anew is told all from the beginning.
    if (isOn) version = epoch = -1;
    controls.setConnected(isOn);
    showProblem();
  },
});

// For whoever tests the page, or writes another around it.
Object.assign(globalThis, { nrnPatchView: { stage } });
