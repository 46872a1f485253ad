// The libraries that draw, each loaded when it is first needed: Observable Plot on a DOM without a browser, and resvg.
import { createRequire } from "node:module";
import { PatchError } from "../core/errors.js";

export type Plot = typeof import("@observablehq/plot");
type Resvg = typeof import("@resvg/resvg-js");

// `require`, as drawing is synchronous. Nothing that it loads waits for anything.
const require = createRequire(import.meta.url);

let drawing: { readonly plot: Plot; readonly document: unknown } | undefined;

export function library(): { readonly plot: Plot; readonly document: unknown } {
  if (drawing === undefined) {
    const plot = load("@observablehq/plot") as Plot;
    const { parseHTML } = load("linkedom") as { parseHTML(html: string): { document: unknown } };
    drawing = { plot, document: parseHTML("<!doctype html><html><body></body></html>").document };
  }
  return drawing;
}

/** What Plot drew: its elements without the SVG and the style sheet around them, and its texts. */
export interface Drawn {
  readonly innerHTML: string;
  readonly texts: readonly string[];
}

interface DrawnElement {
  readonly innerHTML: string;
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string }>;
}

export function plotted(options: object): Drawn {
  const { plot, document } = library();
  const svg = plot.plot({ ...options, document } as never) as unknown as DrawnElement;
  svg.querySelector("style")?.remove();
  return {
    // HTML has a name for this character, XML none.
    innerHTML: svg.innerHTML.replaceAll("&nbsp;", "&#160;"),
    texts: [...svg.querySelectorAll("text")].map(({ textContent }) => textContent),
  };
}

export function resvg(): Resvg {
  return load("@resvg/resvg-js") as Resvg;
}

function load(name: string): unknown {
  try {
    return require(name);
  } catch (cause) {
    throw new PatchError(`${name}, which draws pictures, cannot be loaded here: ${(cause as Error).message}`, {
      code: "ERR_PATCH_PICTURE",
      cause,
    });
  }
}
