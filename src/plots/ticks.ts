// Numbers on axes: very small and very large ones with a power of ten, thousands without a comma.
import type { Extent } from "./thin.js";

export function tickFormat({ from, to }: Extent): { tickFormat?: (value: number) => string } {
  const largest = Math.max(Math.abs(from), Math.abs(to));
  if (largest < 1e-3 || largest >= 1e6) return { tickFormat: exponential };
  return largest >= 1000 ? { tickFormat: plain } : {};
}

function plain(value: number): string {
  return String(Number(value.toPrecision(10))).replace("-", "−");
}

function exponential(value: number): string {
  const [digits, power] = value.toExponential(6).split("e") as [string, string];
  return value === 0 ? "0" : `${Number(digits)}e${Number(power)}`.replaceAll("-", "−");
}

/** A number in a sentence. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "−");
}
