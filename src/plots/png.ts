// PNG: the SVG drawn by resvg, with a font of our own, so that text looks the same, and is there, on every machine.
import { join } from "node:path";
import { ArgumentRangeError } from "../core/errors.js";
import { packageRoot } from "../core/root.js";
import { resvg } from "./library.js";

// Open Sans has what the pictures' own words need, and Latin, Greek and Cyrillic.
const font = join(packageRoot, "data", "fonts", "OpenSans-Regular.ttf");
const covered =
  /^[\t\n\r -~\u00a0-\u017f\u0384-\u03ce\u0400-\u0486\u0488-\u0513\u2010-\u2026\u2070-\u208e\u2212\ue000-\uf8ff]*$/;

export function pixels(svg: string, scale: number): Uint8Array {
  const { Resvg } = resvg();
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontFiles: [font],
      // Looking through the machine's fonts takes time: only for letters that ours has not.
      loadSystemFonts: !covered.test(svg),
      defaultFontFamily: "Open Sans",
      sansSerifFamily: "Open Sans",
    },
  });
  if (drawing.width * scale * drawing.height * scale > 2 ** 28)
    throw new ArgumentRangeError(
      `figure.save: a PNG of ${Math.round(drawing.width * scale)} × ${Math.round(drawing.height * scale)} pixels is too large.`,
    );
  return drawing.render().asPng();
}
