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
  const { kind = "time", count } = testCase;
  const title = testCase.sizes ? `${testCase.title}, of ${count}` : testCase.title;
  const each = kind === "process" || testCase.whole ? 1 : count;
  const limits = entries.slice(1).map(({ rival }) => rival.limit(testCase));
  const eachOf = ({ rival }) => (each === 1 ? 1 : (testCase.counts?.[rival.name] ?? each));
  const rows = [row(title, entries, (sample, entry) => sample[time] / eachOf(entry), duration, limits)];
  const python = rows[0].medians[entries.findIndex(({ rival }) => rival.name === "Python")];
  const most = testCase.pythonMore === undefined ? testCase.most : python + testCase.pythonMore;
  if (most < rows[0].medians[0]) rows[0].cells[0] += " !";
  if (kind === "memory")
    rows.push(
      row(
        "… memory it grew by",
        entries,
        (sample) => sample.megabytes,
        (mb) => `${mb.toFixed(1)} MB`,
      ),
    );
  return rows;
}

/** For a case of several sizes: by how much one of the largest takes longer than one of the smallest; 1 is linear. */
export function linearity(rows, sizes) {
  const [first, last] = [rows[0].medians, rows[rows.length - 1].medians];
  const medians = first.map((small, i) => (small === undefined || last[i] === undefined ? undefined : last[i] / small));
  return {
    title: `… each, of ${sizes[sizes.length - 1]} / of ${sizes[0]}`,
    medians,
    ratios: [],
    limits: [],
    cells: medians.map((m) => (m === undefined ? "–" : `× ${m.toFixed(2)}`)),
  };
}

function row(title, entries, value, format, limits = []) {
  const medians = entries.map((entry) =>
    entry.failure || entry.samples.length === 0
      ? undefined
      : median(entry.samples.map((sample) => value(sample, entry))),
  );
  const [own, ...others] = medians;
  return {
    title,
    medians,
    limits,
    ratios: limits.map((_, i) => (own === undefined || others[i] === undefined ? undefined : own / others[i])),
    cells: medians.map((m) => (m === undefined ? "–" : format(m))),
  };
}

const widths = { title: 46, cell: 15 };

export function header(names) {
  const ratios = names.slice(1).map((name) => `ours/${name}`);
  return line("", names, ratios);
}

export function format({ title, cells, ratios, limits }) {
  return line(
    title,
    cells,
    ratios.map((ratio, i) =>
      ratio === undefined ? "–" : `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}${ratio > limits[i] ? " !" : "  "}`,
    ),
  );
}

function line(title, cells, ratios) {
  return title.padEnd(widths.title) + [...cells, ...ratios].map((text) => text.padStart(widths.cell)).join("");
}
