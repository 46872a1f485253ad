// SVG as text: elements, what must be escaped, and how wide a word is about.

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) tag += ` ${key}="${typeof value === "number" ? round(value) : escaped(value)}"`;
  return children.length === 0 ? `${tag}/>` : `${tag}>${children.join("")}</${name}>`;
}

/** Text between tags or in an attribute. What XML cannot hold becomes the sign for an unknown character. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
  );
}

/** A hundredth of a pixel is finer than any screen. */
export function round(value: number): string {
  const text = value.toFixed(2);
  return text.includes(".") ? text.replace(/\.?0+$/, "").replace(/^-0$/, "0") : text;
}

// Widths in the font of the PNGs, in hundredths of its size.
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,;:'|!()[\]{} ]/, 31],
  [/[frt\-"/\\]/, 40],
  [/[mwMW@%—…]/, 90],
  [/[A-HJ-LN-VX-Z]/, 66],
  [/[\u1100-\uffff]/, 100],
];

/** About how wide a text is, px; rather more than less. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return (width * fontSize) / 100;
}

function widthOf(character: string): number {
  return widths.find(([some]) => some.test(character))?.[1] ?? 58;
}

/** The text, with an ellipsis where it is wider than that, px. */
export function shortened(text: string, fontSize: number, width: number): string {
  const room = (100 * width) / fontSize;
  let [all, kept, fitting] = [0, "", ""];
  for (const character of text) {
    all += widthOf(character);
    if (all > room) return `${fitting || String.fromCodePoint(text.codePointAt(0) as number)}…`;
    kept += character;
    if (all + widthOf("…") <= room) fitting = kept;
  }
  return text;
}
