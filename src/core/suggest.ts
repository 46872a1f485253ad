// "Did you mean": the known names nearest to one that is not known.

/** Letters to put in, take out, change, or exchange with their neighbour. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  let older = before;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (older[j - 2] as number) + 1 : change;
      row.push(Math.min(change, swap, (before[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    older = before;
    before = row;
  }
  return before[b.length] as number;
}

/** At most three of `names`, nearest first; none that is too far to be a slip of the pen. */
export function nearest(name: string, names: Iterable<string>): string[] {
  const limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  const wanted = name.toLowerCase();
  return [...new Set(names)]
    .map((known) => ({ known, far: distance(wanted, known.toLowerCase(), limit) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || a.known.localeCompare(b.known))
    .slice(0, 3)
    .map(({ known }) => known);
}

/** ` Did you mean "gnabar"?`, or nothing. */
export function didYouMean(name: string, names: Iterable<string>): string {
  return question(nearest(name, names));
}

/** The same for words on a screen: one that is given in part is meant, too. */
export function didYouMeanLabel(label: string, labels: readonly string[]): string {
  const near = nearest(label, labels);
  const part = label.trim().toLowerCase();
  const longer = part.length < 3 ? [] : [...new Set(labels)].filter((one) => one.toLowerCase().includes(part));
  return question(near.length > 0 ? near : longer.slice(0, 3));
}

function question(near: readonly string[]): string {
  if (near.length === 0) return "";
  const quoted = near.map((n) => `"${n}"`);
  const last = quoted.pop();
  return ` Did you mean ${quoted.length ? `${quoted.join(", ")} or ` : ""}${last}?`;
}
