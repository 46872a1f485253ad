// Colours: one set for light ground and one for dark, and the style sheet that changes between them.
import type { Theme } from "./options.js";

/** The colours of one ground. */
export interface Colors {
  readonly ground: string;
  /** Text and axes. */
  readonly ink: string;
  /** Lines of the grid, and what has no value. */
  readonly faint: string;
  /** Series in turn. Told apart with each kind of colour blindness, and at 3:1 or more on the ground. */
  readonly series: readonly string[];
}

export const colors: Readonly<Record<"light" | "dark", Colors>> = {
  light: {
    ground: "#ffffff",
    ink: "#1f2328",
    faint: "#9aa4af",
    series: ["#0072b2", "#d55e00", "#0aa35a", "#8f1a74", "#7d1a05", "#4d2ba6"],
  },
  dark: {
    ground: "#0d1117",
    ink: "#e6edf3",
    faint: "#5d6773",
    series: ["#4a9fe0", "#ff8133", "#35e8ae", "#c9799f", "#f3e35a", "#a9dcff"],
  },
};

/** NEURON's colours, each so that it is seen on the ground; black is the ink, and white the ground. */
export const modelColors: Readonly<Record<string, Readonly<Record<"light" | "dark", string>>>> = {
  white: { light: colors.light.ground, dark: colors.dark.ground },
  black: { light: colors.light.ink, dark: colors.dark.ink },
  red: { light: "#d40000", dark: "#ff6060" },
  blue: { light: "#0033cc", dark: "#6c9cff" },
  green: { light: "#008000", dark: "#3fcf5f" },
  orange: { light: "#c86400", dark: "#ffa63d" },
  brown: { light: "#8b4513", dark: "#c98a5a" },
  violet: { light: "#a030c0", dark: "#d68cff" },
  yellow: { light: "#8a7600", dark: "#f5e960" },
  gray: { light: "#6e7781", dark: "#9aa4af" },
};

/** Dashes, px: those of the first round through the colours, of the second, and so on. */
export const dashes: readonly (string | undefined)[] = [undefined, "6 3", "2 3", "9 3 2 3"];

/** How the series is drawn: its class in the style sheet, the colour for what knows no style sheet, and its dashes. */
export interface Stroke {
  readonly className: string;
  readonly color: string;
  readonly dash: string | undefined;
}

export function strokeOf(i: number, theme: Theme, own?: readonly string[]): Stroke {
  const palette = own ?? colors[grounds(theme)[0]].series;
  const dash = dashes[Math.floor(i / palette.length) % dashes.length];
  const color = palette[i % palette.length] as string;
  return { className: own === undefined ? `series-${i % palette.length}` : "own", color, dash };
}

/** The grounds that a theme has, that for what knows no style sheet first. */
export function grounds(theme: Theme): readonly ["light" | "dark", ...("light" | "dark")[]] {
  return theme === "auto" ? ["light", "dark"] : [theme];
}

/** The style sheet, for what stands in the element of this id. */
export function styleSheet(id: string, theme: Theme): string {
  const [first, second] = grounds(theme);
  const rules = rulesFor(id, first);
  if (second === undefined) return rules;
  return `${rules}@media (prefers-color-scheme: dark){${rulesFor(id, second)}}`;
}

function rulesFor(id: string, on: "light" | "dark"): string {
  const { ground, ink, faint, series } = colors[on];
  return [
    `#${id}{color:${ink}}`,
    `#${id} .ground{fill:${ground}}`,
    `#${id} .faint{stroke:${faint}}`,
    `#${id} .faint-fill{fill:${faint}}`,
    ...series.map((color, i) => `#${id} .series-${i}{stroke:${color}}#${id} .series-fill-${i}{fill:${color}}`),
    ...Object.entries(modelColors).map(
      ([name, color]) => `#${id} .model-${name}{stroke:${color[on]}}#${id} .model-fill-${name}{fill:${color[on]}}`,
    ),
  ].join("");
}
