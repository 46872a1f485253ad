// What a contest looks like on paper: medians, and ratios of medians.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function duration(seconds) {
  for (const [unit, size] of [
    ["s", 1],
    ["ms", 1e-3],
    ["µs", 1e-6],
  ])
    if (seconds >= size) return `${(seconds / size).toPrecision(3)} ${unit}`;
  return `${(seconds / 1e-9).toPrecision(3)} ns`;
}

/** The rows of one case: its time (`seconds` by the clock or `processor`), and for a case about memory the growth as well. */
export function rowsOf(testCase, entries, time) {
  const { title, kind = "time", count } = testCase;
  const each = kind === "process" || testCase.whole ? 1 : count;
  const rows = [row(title, entries, (sample) => sample[time] / each, duration, true)];
  if (kind === "memory")
    rows.push(
      row(
        "… memory it grew by",
        entries,
        (sample) => sample.megabytes,
        (mb) => `${mb.toFixed(1)} MB`,
        false,
      ),
    );
  return rows;
}

function row(title, entries, value, format, hasRatio) {
  const medians = entries.map(({ samples, failure }) => (failure ? undefined : median(samples.map(value))));
  const [own, ...others] = medians;
  return {
    title,
    medians,
    ratios: hasRatio ? others.map((other) => (own === undefined || other === undefined ? undefined : own / other)) : [],
    cells: medians.map((m) => (m === undefined ? "–" : format(m))),
  };
}

const widths = { title: 46, cell: 12 };

export function header(names) {
  const ratios = names.slice(1).map((name) => `ours/${name}`);
  return line("", names, ratios);
}

export function format({ title, cells, ratios }) {
  return line(
    title,
    cells,
    ratios.map((ratio) =>
      ratio === undefined ? "–" : `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}${ratio > 1 ? " !" : "  "}`,
    ),
  );
}

function line(title, cells, ratios) {
  return title.padEnd(widths.title) + [...cells, ...ratios].map((text) => text.padStart(widths.cell)).join("");
}
