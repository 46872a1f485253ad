// Figures in files.
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { isPlain, positive, wrongType } from "../core/arguments.js";
import { ArgumentRangeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { cssColor } from "./color.js";
import { exact, type Theme, themeOf } from "./options.js";
import { pixels } from "./png.js";
import { escaped } from "./svg.js";

export interface SaveOptions {
  /** The figure's own unless given; in a PNG, "light" for "auto". */
  readonly theme?: Theme;
  /** The ground, as CSS has it, or "none"; the figure's own unless given. */
  readonly background?: string;
  /** Pixels of a PNG for each px of the figure; 2 unless given. */
  readonly scale?: number;
}

type Draw = (theme: Theme | undefined, background: string | undefined) => string;

interface Titled {
  readonly title: string;
}

const writers: Readonly<Record<string, (figure: Titled, draw: Draw, options: SaveOptions) => string | Uint8Array>> = {
  ".svg": (_, draw, { theme, background }) => draw(theme, background),
  ".png": (_, draw, { theme = "light", background, scale = 2 }) =>
    pixels(draw(theme === "auto" ? "light" : theme, background), scale),
  ".html": (figure, draw, { theme, background }) => page(figure, draw(theme, background)),
};

export async function save(figure: Titled, path: unknown, given: unknown, draw: Draw): Promise<void> {
  if (typeof path !== "string") throw wrongType("figure.save: path", "a path such as x.svg", path);
  const extension = extname(path).toLowerCase();
  const write = writers[extension];
  if (write === undefined)
    throw new ArgumentRangeError(
      `figure.save: expected a path that ends with .svg, .png or .html, got "${path}".${didYouMean(extension, Object.keys(writers))}`,
    );
  const options = checked(given, extension);
  const content = write(figure, draw, options);
  const aside = join(dirname(path), `.${randomUUID()}${extension}`);
  try {
    await writeFile(aside, content, { flag: "wx" });
    await rename(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
}

function checked(given: unknown, extension: string): SaveOptions {
  const keys = extension === ".png" ? ["theme", "background", "scale"] : ["theme", "background"];
  if (extension !== ".png" && isPlain(given) && "scale" in given)
    throw new ArgumentRangeError(`figure.save: scale: it is for .png; a ${extension} has no pixels.`);
  const options = exact<SaveOptions>("figure.save", given as SaveOptions | undefined, keys);
  if (options.theme !== undefined) themeOf("figure.save", options.theme);
  if (options.background !== undefined) cssColor("figure.save: background", options.background, true);
  if (options.scale !== undefined && positive("figure.save: scale", options.scale) > 20)
    throw new ArgumentRangeError(`figure.save: scale: expected at most 20, got ${options.scale}.`);
  return options;
}

function page({ title }: Titled, svg: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>body{margin:2rem;display:grid;justify-items:center}svg.nrn-patch{max-width:100%;height:auto}</style>
</head>
<body>
${svg}
</body>
</html>
`;
}
