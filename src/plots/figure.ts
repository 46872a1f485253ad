// Figure: a picture, which is an SVG document as text, saves itself, and shows itself in notebooks.
import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { jupyterDisplay, showInTslab } from "./notebook.js";
import type { Frame, Theme } from "./options.js";
import { type SaveOptions, save } from "./save.js";
import { element, escaped, round } from "./svg.js";
import { colors, grounds, styleSheet } from "./theme.js";

/** What is drawn, and how it is called. */
export interface Picture {
  /** What makes the figure: "traces", "morphology". */
  readonly kind: string;
  readonly frame: Frame;
  /** For screen readers, where the frame has none. */
  readonly title: string;
  readonly description: string;
  /** Draws it for a theme: elements without the SVG around them. */
  draw(theme: Theme): { readonly elements: string; readonly height: number };
}

/** Stands for the figure's own id until all of it is known. */
const ID = "\ue000";

/** A picture. `String(figure)` is a standalone SVG document; `save` writes it as `.svg`, `.png` or `.html`. */
export class Figure {
  readonly #picture: Picture;
  readonly #drawn = new Map<string, string>();

  /** @internal Figures are made by `traces`, `raster`, `morphology`, `topology` and a Graph's `figure()`. */
  constructor(picture: Picture) {
    this.#picture = picture;
  }

  /** What it is called: the title given, else one made from what it shows. */
  get title(): string {
    return this.#picture.frame.title ?? this.#picture.title;
  }

  /** What a screen reader tells of it. */
  get description(): string {
    return this.#picture.frame.description ?? this.#picture.description;
  }

  /** The SVG document. */
  toString(): string {
    return this.#document(this.#picture.frame.theme, this.#picture.frame.background);
  }

  /**
   * Writes it: an SVG document (`.svg`), pixels (`.png`, twice the figure's size unless `scale` says otherwise, for
   * light ground unless `theme` says otherwise), or a page (`.html`). Written aside first and renamed, so that no half
   * of it is ever seen.
   */
  async save(path: string, options?: SaveOptions): Promise<void> {
    const { theme, background } = this.#picture.frame;
    await save(this, path, options, (wanted, ground) => this.#document(wanted ?? theme, ground ?? background));
  }

  #document(theme: Theme, background: string | undefined): string {
    const key = `${theme} ${background}`;
    let text = this.#drawn.get(key);
    if (text === undefined) {
      text = this.#draw(theme, background);
      this.#drawn.set(key, text);
    }
    return text;
  }

  #draw(theme: Theme, background: string | undefined): string {
    const { width } = this.#picture.frame;
    const { elements, height } = this.#picture.draw(theme);
    const first = colors[grounds(theme)[0]];
    const text = element(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        id: ID,
        class: "nrn-patch",
        width,
        height,
        viewBox: `0 0 ${round(width)} ${round(height)}`,
        role: "img",
        "aria-labelledby": `${ID}-title ${ID}-description`,
        color: first.ink,
        fill: "currentColor",
        "font-family": `system-ui, -apple-system, "Segoe UI", "Open Sans", "DejaVu Sans", Arial, sans-serif`,
        "font-size": 12,
      },
      element("title", { id: `${ID}-title` }, escaped(this.title)),
      element("desc", { id: `${ID}-description` }, escaped(this.description)),
      element("style", {}, styleSheet(ID, theme)),
      groundOf(background, first.ground),
      elements,
    );
    // The same figure always has the same id, and two figures on a page have two.
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
    return text.replaceAll(ID, `figure-${hash}`);
  }

  /** What Deno's Jupyter kernel asks a value for. */
  [jupyterDisplay](): Record<string, string> {
    return { "image/svg+xml": this.toString(), "text/plain": this.#line };
  }

  /** In tslab's kernel, printing is showing. */
  [inspect.custom](): string {
    showInTslab(() => this.toString());
    return this.#line;
  }

  get #line(): string {
    return `Figure (${this.#picture.kind}) ${this.title}`;
  }
}

function groundOf(background: string | undefined, theirs: string): string {
  if (background === "none" || background === "transparent") return "";
  const fill = { width: "100%", height: "100%" };
  return background === undefined
    ? element("rect", { class: "ground", ...fill, fill: theirs })
    : element("rect", { ...fill, fill: background });
}
