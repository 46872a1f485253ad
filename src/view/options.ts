// What the live page is told to show, and the checks of it.
import { boolean, callable, described, finite, isPlain, positive, text, whole, wrongType } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { Sections, SegmentValue } from "../plots/sections.js";
import type { ParameterInfo } from "./protocol.js";

/** Something that a slider of the page changes. */
export interface Parameter {
  /** Its value at present: the slider follows it. */
  get(): number;
  /** Called between two pieces of a run, or while none is under way. */
  set(value: number): unknown;
  readonly min: number;
  readonly max: number;
  /** The least difference of two values; as fine as the slider goes unless given. */
  readonly step?: number;
}

export interface ViewOptions {
  /** The sections whose shape is shown; all of the model, those to come too, unless given. */
  readonly sections?: Sections;
  /** A range variable, or a function of the segment; "v" unless given. */
  readonly color?: SegmentValue;
  /** The values of the two ends of the colour scale; -80 … 40 mV for "v", else those that occur, unless given. */
  readonly domain?: readonly [low: number, high: number];
  /** What is traced: whatever `p.record` takes, or Vectors that record; the first section of each cell, up to four, unless given. */
  readonly traces?: Readonly<Record<string, unknown>> | readonly unknown[];
  /** Rows of spikes, as `raster` of `nrn-patch/plot` takes them; those of the gids of this process, if there are any, unless given. */
  readonly spikes?: object;
  /** Sliders, by name: "clamp, nA" has the unit nA. */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** How long a run that the page starts is, ms; `h.tstop` unless given. */
  readonly duration?: number;
  /** Membrane potential at the start of a run that the page starts, mV; `h.v_init` unless given. */
  readonly vInit?: number;
  /** Above the page; "NEURON" unless given. */
  readonly title?: string;
  /** The port on 127.0.0.1; one that is free unless given. */
  readonly port?: number;
  /** Whether to open the page in the browser. Default false. */
  readonly open?: boolean;
}

const keys = [
  "sections",
  "color",
  "domain",
  "traces",
  "spikes",
  "parameters",
  "duration",
  "vInit",
  "title",
  "port",
  "open",
];

export interface CheckedParameter extends ParameterInfo {
  readonly own: Parameter;
}

export interface Checked {
  readonly sections: Sections | undefined;
  readonly color: SegmentValue;
  readonly domain: readonly [number, number] | undefined;
  readonly traces: readonly (readonly [name: string | undefined, target: unknown])[] | undefined;
  readonly spikes: object | undefined;
  readonly parameters: readonly CheckedParameter[];
  readonly duration: number | undefined;
  readonly vInit: number | undefined;
  readonly title: string;
  readonly port: number;
  readonly open: boolean;
}

export function checkedOptions(options: unknown): Checked {
  const given = exact("view", options, keys);
  const { color = "v", open = false, duration } = given;
  if (typeof color !== "string" && typeof color !== "function")
    throw wrongType("view: color", 'the name of a range variable such as "v", or a function of the segment', color);
  if (given.spikes !== undefined && (typeof given.spikes !== "object" || given.spikes === null))
    throw wrongType("view: spikes", "{ name: times }, detectors, or [times, gids]", given.spikes);
  return {
    sections: given.sections as Sections | undefined,
    color: color as Checked["color"],
    domain: domainOf(given.domain),
    traces: tracesOf(given.traces),
    spikes: given.spikes as object | undefined,
    parameters: parametersOf(given.parameters),
    duration: duration === undefined ? undefined : positive("view: duration", duration),
    vInit: given.vInit === undefined ? undefined : finite("view: vInit", given.vInit),
    title: given.title === undefined ? "NEURON" : text("view: title", given.title),
    port: given.port === undefined ? 0 : whole("view: port", given.port, 0, 65535),
    open: boolean("view: open", open),
  };
}

function exact(where: string, options: unknown, known: readonly string[]): Record<string, unknown> {
  if (!isPlain(options)) throw wrongType(`${where}: options`, `an object of options`, options);
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new ArgumentTypeError(
        `${where}: unknown option "${key}".${didYouMean(key, known) || ` It takes: ${known.join(", ")}.`}`,
      );
  return options;
}

function domainOf(value: unknown): readonly [number, number] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length !== 2) throw wrongType("view: domain", "[low, high]", value);
  const [low, high] = value.map((end, i) => finite(`view: domain[${i}]`, end)) as [number, number];
  if (!(low < high)) throw new ArgumentRangeError(`view: domain: expected [low, high], got [${low}, ${high}].`);
  return [low, high];
}

function tracesOf(value: unknown): Checked["traces"] {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item) => [undefined, item] as const);
  if (isPlain(value)) return Object.entries(value);
  throw wrongType("view: traces", "a list, or an object of named ones", value);
}

function parametersOf(value: unknown): CheckedParameter[] {
  if (value === undefined) return [];
  if (!isPlain(value)) throw wrongType("view: parameters", "{ name: { get, set, min, max } }", value);
  return Object.entries(value).map(([title, parameter]) => {
    const where = `view: parameters["${title}"]`;
    if (typeof parameter !== "object" || parameter === null)
      throw wrongType(where, "{ get, set, min, max }", parameter);
    const own = exact(where, parameter, ["get", "set", "min", "max", "step"]);
    callable(`${where}.get`, own.get);
    callable(`${where}.set`, own.set);
    const [min, max] = [finite(`${where}.min`, own.min), finite(`${where}.max`, own.max)];
    if (!(min < max)) throw new ArgumentRangeError(`${where}: expected min below max, got ${min} and ${max}.`);
    const step = own.step === undefined ? undefined : positive(`${where}.step`, own.step);
    const now = (own.get as () => unknown)();
    if (typeof now !== "number")
      throw new ArgumentTypeError(`${where}.get() gave ${described(now)}; expected a number.`);
    const [, name = title, unit = ""] = /^(.*),\s*([^,]+)$/.exec(title) ?? [];
    return { name, unit, min, max, step, own: own as unknown as Parameter };
  });
}
