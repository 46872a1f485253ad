// Colours as CSS has them: their names (CSS Color 4, https://www.w3.org/TR/css-color-4/#named-colors) and their numbers.
import { wrongType } from "../core/arguments.js";
import { ArgumentRangeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";

const names: ReadonlySet<string> = new Set(
  `
  aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod
  darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon
  darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray
  dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green
  greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
  lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon
  lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta
  maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen
  mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
  olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru
  pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen
  seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato
  turquoise violet wheat white whitesmoke yellow yellowgreen
`
    .trim()
    .split(/\s+/),
);

const number = /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(rgb|hsl)a?\([\d\s.,%/+-]+(deg)?[\d\s.,%/+-]*\))$/;

export function isColor(text: string): boolean {
  const color = text.toLowerCase();
  return names.has(color) || number.test(color);
}

/** A colour, in lower case; a `ground` may be none. */
export function cssColor(name: string, value: unknown, isGround = false): string {
  if (typeof value !== "string") throw wrongType(name, 'a colour such as "#d55e00" or "crimson"', value);
  const color = value.trim().toLowerCase();
  if (isColor(color) || (isGround && (color === "none" || color === "transparent"))) return color;
  throw new ArgumentRangeError(
    `${name}: expected a colour such as "#d55e00" or "crimson", got "${value}".${didYouMean(color, names)}`,
  );
}
