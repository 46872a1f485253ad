// Numbers on axes: very small and very large ones with a power of ten, thousands without a comma.
import type { Extent } from "./thin.js";

export function tickFormat(extent: Extent): { tickFormat?: (value: number) => string } {
  const largest = largestOf(extent);
  const digits = Math.max(7, digitsFor(extent, 3));
  // Far from 0 and close together, numbers are told apart by their last digits.
  if (largest < 1e-3 || (largest >= 1e6 && digits === 7)) return { tickFormat: (value) => exponential(value, digits) };
  return largest >= 1000 ? { tickFormat: (value) => plain(value, Math.max(10, digits)) } : {};
}

function plain(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits))).replace("-", "−");
}

function exponential(value: number, digits: number): string {
  const [shown, power] = value.toExponential(digits - 1).split("e") as [string, string];
  return value === 0 ? "0" : `${Number(shown)}e${Number(power)}`.replaceAll("-", "−");
}

function largestOf({ from, to }: Extent): number {
  return Math.max(Math.abs(from), Math.abs(to));
}

/** So many that the ends of the extent differ in more than the last `spare` of them; at most what a number has. */
function digitsFor(extent: Extent, spare: number): number {
  const span = extent.to - extent.from;
  return span > 0 ? Math.min(15, Math.ceil(Math.log10(largestOf(extent) / span)) + 1 + spare) : spare;
}

/** A number in a sentence. */
export function short(value: number): string {
  return plain(value, 4);
}

/** "from −65 to 40": with as many digits as tell the one from the other. */
export function fromTo(extent: Extent): string {
  const digits = Math.max(4, digitsFor(extent, 1));
  return `from ${plain(extent.from, digits)} to ${plain(extent.to, digits)}`;
}
