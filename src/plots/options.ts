// Options of the pictures, checked at the door: exact names, sizes, colours, labels.
import { described, finite, isPlain, positive, text, wrongType } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { cssColor } from "./color.js";
import { largest } from "./thin.js";

/** What each picture takes. */
export interface FigureOptions {
  /** Above the picture, and its name for screen readers; made from what is shown unless given, then not drawn. */
  readonly title?: string;
  /** What a screen reader tells; made from what is shown unless given. */
  readonly description?: string;
  /** Width of the whole, px; 640 unless given. */
  readonly width?: number;
  /** Height of the whole, px; from what is shown unless given. */
  readonly height?: number;
  /** Colours for light ground, for dark ground, or for whichever the reader's system has: "auto" unless given. */
  readonly theme?: Theme;
  /** The ground, as CSS has it ("white", "#fffdf5", "none"); the theme's unless given. */
  readonly background?: string;
}
export type Theme = "auto" | "light" | "dark";

export const figureKeys = ["title", "description", "width", "height", "theme", "background"] as const;

/** The options as a record, when they are an object that has none but the known keys. */
export function exact<T extends object>(where: string, options: T | undefined, keys: readonly string[]): Partial<T> {
  if (options === undefined) return {};
  if (!isPlain(options))
    throw new ArgumentTypeError(`${where}: options: expected { ${keys.join(", ")} }, got ${described(options)}.`);
  for (const key of Object.keys(options))
    if (!keys.includes(key))
      throw new ArgumentTypeError(
        `${where}: unknown option "${key}".${didYouMean(key, keys) || ` It takes: ${keys.join(", ")}.`}`,
      );
  return options;
}

export interface Frame {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly width: number;
  readonly height: number | undefined;
  readonly theme: Theme;
  readonly background: string | undefined;
}

export function frameOf(where: string, options: FigureOptions): Frame {
  const { title, description, width, height, background } = options;
  return {
    title: title === undefined ? undefined : text(`${where}: title`, title),
    description: description === undefined ? undefined : text(`${where}: description`, description),
    width: width === undefined ? 640 : size(`${where}: width`, width, 160),
    height: height === undefined ? undefined : size(`${where}: height`, height, 80),
    theme: themeOf(where, options.theme),
    background: background === undefined ? undefined : cssColor(`${where}: background`, background, true),
  };
}

export function themeOf(where: string, theme: unknown = "auto"): Theme {
  return oneOf(`${where}: theme`, theme, ["auto", "light", "dark"]) as Theme;
}

export function oneOf(name: string, value: unknown, words: readonly string[]): string {
  const expected = words.map((word) => `"${word}"`).join(", ");
  if (typeof value !== "string") throw wrongType(name, `one of ${expected}`, value);
  if (!words.includes(value))
    throw new ArgumentRangeError(`${name}: expected one of ${expected}, got "${value}".${didYouMean(value, words)}`);
  return value;
}

/** Px. */
function size(name: string, value: unknown, least: number): number {
  const px = positive(name, value);
  if (px < least || px > 20_000)
    throw new ArgumentRangeError(`${name}: expected ${least} to 20000 px, got ${described(value)}.`);
  return px;
}

/** Two finite numbers, the first below the second. */
export function domainOf(name: string, value: unknown): readonly [number, number] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length !== 2) throw wrongType(name, "[from, to]", value);
  const [from, to] = [finite(`${name}[0]`, value[0]), finite(`${name}[1]`, value[1])];
  if (Math.max(-from, to) > largest)
    throw new ArgumentRangeError(`${name}: expected numbers up to ±${largest}, got [${value}].`);
  if (!(from < to)) throw new ArgumentRangeError(`${name}: expected [from, to] with from below to, got [${value}].`);
  return [from, to];
}

/** A list of texts, as many as there are things to name. */
export function labelsOf(name: string, value: unknown, count: number): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const list = typeof value === "string" && count === 1 ? [value] : value;
  if (!Array.isArray(list)) throw wrongType(name, `a list of ${count} texts`, value);
  if (list.length !== count)
    throw new ArgumentRangeError(`${name}: expected ${count}, one for each, got ${list.length}.`);
  return list.map((label, i) => text(`${name}[${i}]`, label));
}

export function colorsOf(name: string, value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const list = typeof value === "string" ? [value] : value;
  if (!Array.isArray(list) || list.length === 0) throw wrongType(name, "a list of colours", value);
  return list.map((color, i) => cssColor(`${name}[${i}]`, color));
}
