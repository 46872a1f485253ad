// What the live page and its server say to each other: JSON for what is said seldom, binary frames for what moves.
// Both sides import this file; it knows of no model and of no page.

/** A colour scale: NEURON's variable, or a function of the user's. */
export interface ColorInfo {
  /** The range variable, or "" for a function. */
  readonly name: string;
  readonly label: string;
  /** The values at the two ends; they grow while the model runs unless they were given. */
  readonly low: number;
  readonly high: number;
}

export interface TraceInfo {
  readonly id: number;
  readonly label: string;
  /** As an axis shows it: "mV"; "" when unknown. Traces of one unit share a chart. */
  readonly unit: string;
  /** Whether it can be taken off the page. */
  readonly isRemovable: boolean;
}

export interface ParameterInfo {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Undefined: as fine as the slider goes. */
  readonly step: number | undefined;
}

/** What the page shows, told to each page when it opens and whenever it has changed. */
export interface SceneMessage {
  readonly type: "scene";
  readonly version: number;
  readonly title: string;
  /** Names and numbers of segments, in the order of the values in a frame. */
  readonly sections: readonly (readonly [name: string, nseg: number])[];
  readonly color: ColorInfo;
  /** Range variables that the page may ask for. */
  readonly variables: readonly string[];
  readonly parameters: readonly ParameterInfo[];
  /** Names of the rows of spikes; undefined when the rows are gids, null when there are no spikes to show. */
  readonly rows: readonly string[] | undefined | null;
}

export type Status = "idle" | "running" | "paused";

export interface StateMessage {
  readonly type: "state";
  readonly status: Status;
  /** Whether the page's buttons started this run. */
  readonly isOwn: boolean;
  /** Of the next run that the page starts, ms. */
  readonly duration: number;
  /** Model time for each second, ms; 0: as fast as it goes. */
  readonly speed: number;
}

export interface TracesMessage {
  readonly type: "traces";
  readonly traces: readonly TraceInfo[];
}

export interface ParametersMessage {
  readonly type: "parameters";
  readonly values: readonly number[];
}

export interface ColorMessage {
  readonly type: "color";
  readonly color: ColorInfo;
}

/** Something went wrong: a sentence for the reader of the page. "" takes it away. */
export interface ProblemMessage {
  readonly type: "problem";
  readonly text: string;
}

/** What stands in a panel of the model. */
export interface ItemInfo {
  /** By which it is pressed, set or opened. */
  readonly id: number;
  readonly kind: "button" | "radio" | "toggle" | "field" | "slider" | "label" | "menu";
  readonly label: string;
  /** Of fields and sliders a number, null when what it shows is gone; of toggles and radio buttons whether it is on. */
  readonly value?: number | boolean | null;
  readonly isFixed?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Of a menu: null when the model makes them as it is opened. */
  readonly items?: readonly ItemInfo[] | null;
}

export interface PanelInfo {
  readonly title: string;
  readonly isHorizontal: boolean;
  readonly items: readonly ItemInfo[];
}

/** The model's panels, and the names of its graphs in their order: told again when anything in them has changed. */
export interface PanelsMessage {
  readonly type: "panels";
  readonly panels: readonly PanelInfo[];
  readonly pictures: readonly string[];
}

/** One of the model's graphs, as an SVG document; taken like a frame. */
export interface PictureMessage {
  readonly type: "picture";
  readonly name: string;
  readonly svg: string;
}

export type ServerMessage =
  | SceneMessage
  | StateMessage
  | TracesMessage
  | ParametersMessage
  | ColorMessage
  | PanelsMessage
  | PictureMessage
  | ProblemMessage;

export type ClientMessage =
  | { readonly type: "run" | "restart"; readonly duration: number }
  | { readonly type: "pause" | "resume" | "stop" }
  /** ms of model time for each second; 0: as fast as it goes. */
  | { readonly type: "speed"; readonly value: number }
  | { readonly type: "set"; readonly index: number; readonly value: number }
  /** The number of the segment of which the coloured variable is to be traced. */
  | { readonly type: "trace"; readonly segment: number }
  | { readonly type: "untrace"; readonly id: number }
  | { readonly type: "color"; readonly name: string }
  /** A button, a toggle or an item of a menu. */
  | { readonly type: "press"; readonly item: number }
  /** A number was entered. */
  | { readonly type: "enter"; readonly item: number; readonly value: number }
  /** A menu whose items the model makes: they are told. */
  | { readonly type: "open"; readonly item: number }
  /** The page has taken one frame, or one picture: it may have another. */
  | { readonly type: "ack" };

/** The largest message of a page, bytes. */
export const largestMessage = 4096;

export const Kind = { shape: 1, frame: 2 } as const;

/** The morphology: points, and the intervals between a point and the next that are part of a segment. */
export interface Shape {
  readonly version: number;
  /** x, y, z and radius in turn, µm. */
  readonly points: Float32Array;
  /** The first point of each interval, then the interval's segment. */
  readonly intervals: Uint32Array;
}

/** New points of a line since the last frame. */
export interface TracePiece {
  readonly id: number;
  readonly t: Float32Array;
  readonly y: Float32Array;
}

export interface Frame {
  /** Of the scene to which it belongs. */
  readonly version: number;
  /** Another number: the model was initialised, and lines begin anew. */
  readonly epoch: number;
  /** Model time, ms. */
  readonly t: number;
  /** At which the run ends, ms. */
  readonly stop: number;
  /** Model time for each second of real time at present, ms. */
  readonly rate: number;
  /** One for each segment; NaN where there is none. */
  readonly values: Float32Array;
  readonly traces: readonly TracePiece[];
  /** Times, ms, and rows of new spikes. */
  readonly spikeTimes: Float32Array;
  readonly spikeRows: Float32Array;
}

const shapeHead = 16;
const frameHead = 48;

export function encodeShape({ version, points, intervals }: Shape): ArrayBuffer {
  const buffer = new ArrayBuffer(shapeHead + points.byteLength + intervals.byteLength);
  new Uint32Array(buffer, 0, 4).set([Kind.shape, version, points.length, intervals.length]);
  new Float32Array(buffer, shapeHead, points.length).set(points);
  new Uint32Array(buffer, shapeHead + points.byteLength, intervals.length).set(intervals);
  return buffer;
}

export function encodeFrame(frame: Frame): ArrayBuffer {
  const { values, traces, spikeTimes, spikeRows } = frame;
  const samples = traces.reduce((sum, { t }) => sum + 2 + 2 * t.length, 0);
  const buffer = new ArrayBuffer(frameHead + 4 * (values.length + samples + 2 * spikeTimes.length));
  new Uint32Array(buffer, 0, 6).set([
    Kind.frame,
    frame.version,
    frame.epoch,
    values.length,
    traces.length,
    spikeTimes.length,
  ]);
  new Float64Array(buffer, 24, 3).set([frame.t, frame.stop, frame.rate]);
  let at = frameHead;
  const put = (numbers: Float32Array): void => {
    new Float32Array(buffer, at, numbers.length).set(numbers);
    at += numbers.byteLength;
  };
  put(values);
  for (const { id, t, y } of traces) {
    new Uint32Array(buffer, at, 2).set([id, t.length]);
    at += 8;
    put(t);
    put(y);
  }
  put(spikeTimes);
  put(spikeRows);
  return buffer;
}

export function decode(buffer: ArrayBuffer): { shape: Shape } | { frame: Frame } {
  const [kind, version = 0, a = 0, b = 0] = new Uint32Array(buffer, 0, 4);
  if (kind === Kind.shape) {
    const points = new Float32Array(buffer, shapeHead, a);
    return { shape: { version, points, intervals: new Uint32Array(buffer, shapeHead + points.byteLength, b) } };
  }
  const [traceCount = 0, spikeCount = 0] = new Uint32Array(buffer, 16, 2);
  const [t = 0, stop = 0, rate = 0] = new Float64Array(buffer, 24, 3);
  let at = frameHead;
  const take = (length: number): Float32Array => {
    const numbers = new Float32Array(buffer, at, length);
    at += numbers.byteLength;
    return numbers;
  };
  const values = take(b);
  const traces = Array.from({ length: traceCount }, (): TracePiece => {
    const [id = 0, length = 0] = new Uint32Array(buffer, at, 2);
    at += 8;
    return { id, t: take(length), y: take(length) };
  });
  const [spikeTimes, spikeRows] = [take(spikeCount), take(spikeCount)];
  return { frame: { version, epoch: a, t, stop, rate, values, traces, spikeTimes, spikeRows } };
}
