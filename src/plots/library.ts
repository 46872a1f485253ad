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
