// Notebooks: how a figure shows itself in Jupyter's two kernels for TypeScript.

/** Deno's kernel asks a value at the end of a cell for its representations under this symbol. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display") as never;

interface Tslab {
  readonly display: { svg(text: string): void };
}

/** What tslab calls "tslab" in its cells; undefined elsewhere. It prints a value at the end of a cell, and shows what its `display` is given. */
function tslab(): Tslab | undefined {
  const { __tslab__: kernel } = globalThis as { __tslab__?: { require?(name: string): Tslab } };
  return typeof kernel?.require === "function" ? kernel.require("tslab") : undefined;
}

/** In tslab, shows the picture above the line that is printed. */
export function showInTslab(svg: () => string): void {
  tslab()?.display.svg(svg());
}
