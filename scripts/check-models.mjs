// Runs published models with `nrn-patch run` and with Python's NEURON, and compares what their graphs show, point by point.
// Usage: node scripts/check-models.mjs MODEL [OPTIONS of nrn-patch run] [-- MODEL [OPTIONS] …]

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Failure } from "./lib/failure.mjs";
import { at } from "./lib/paths.mjs";
import { makeEnvironment, venvPython } from "./lib/venv.mjs";

const most = { maxBuffer: 1 << 30, encoding: "utf8" };

/** What the command drew, with the points of its lines. */
function drawn(args) {
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-check-"));
  try {
    const command = [at("dist", "bundle", "nrn-patch-command.js"), "run", ...args, "--json", "--csv", folder];
    const result = JSON.parse(
      execFileSync(process.execPath, command, { ...most, stdio: ["ignore", "pipe", "inherit"] }),
    );
    const lines = result.graphs.flatMap(({ name, lines }) => {
      const points = lines.length === 0 ? [] : pointsOf(join(folder, `${name}.csv`));
      let from = 0;
      return lines.map((line) => {
        const own = points.slice(from, from + line.points);
        from += line.points;
        return { ...line, graph: name, own };
      });
    });
    const columns = result.recorded.length === 0 ? [] : columnsOf(join(folder, "record.csv"));
    const recorded = result.recorded.map((line, i) => ({
      ...line,
      source: line.label,
      graph: "recorded",
      own: (columns[0] ?? []).map((t, row) => [t, columns[i + 1][row]]),
    }));
    return { ...result, lines: [...lines, ...recorded] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** x and y: the last two columns. */
function pointsOf(file) {
  const rows = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  return rows.map((row) => row.split(",").slice(-2).map(Number));
}

/** Of a table of numbers: the time, and what was recorded at it. */
function columnsOf(file) {
  const [head, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  if (!head.startsWith("t,"))
    throw new Failure("Recordings with CVode's local step cannot be compared.", { cure: "Leave --record out." });
  const numbers = rows.map((row) => row.split(",").map(Number));
  return head.split(",").map((_, i) => numbers.map((row) => row[i]));
}

function recorded({ model, library, did }, variables) {
  const task = { folder: dirname(model), file: basename(model), library, steps: did, variables };
  // What is an expression and no variable makes NEURON complain there; execFileSync tells of it when the model itself fails.
  const input = JSON.stringify(task);
  const { times, variables: values } = JSON.parse(
    execFileSync(venvPython, [at("scripts", "lib", "record-model.py")], { ...most, input, stdio: "pipe" }),
  );
  return {
    times: times.map(fromHex),
    values: new Map(Object.entries(values).filter(([, list]) => Array.isArray(list))),
  };
}

/** Python prints doubles as 0x1.8p+1. */
function fromHex(text) {
  const [, sign, whole, fraction = "", exponent] = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text) ?? [];
  if (whole === undefined) return Number(text.replace("inf", "Infinity"));
  const mantissa = Number(`0x${whole}${fraction}`);
  return (sign ? -1 : 1) * mantissa * 2 ** (Number(exponent) - 4 * fraction.length);
}

/**
 * How far a line is at most from what was recorded at the same times, and at how many points. A graph may show a point more at
 * its ends than NEURON records: models draw before they initialise, and CVode's last step is recorded with the next.
 */
function difference({ own }, list, times, late) {
  let i = times.length - 1;
  let [off, points] = [0, 0];
  // Backwards, for a model may have gone through other times while it initialised.
  for (const [shown, y] of own.toReversed()) {
    const x = shown + late;
    while (i >= 0 && times[i] > x + 1e-9) i--;
    if (i < 0 || Math.abs(times[i] - x) > 1e-9) continue;
    off = Math.max(off, Math.abs(y - fromHex(list[i])));
    points++;
  }
  return { off, points };
}

function check(args) {
  const result = drawn(args);
  const followed = result.lines.filter(({ source, points }) => source !== undefined && points > 1);
  const { times, values } = recorded(result, [...new Set(followed.map(({ source }) => source))]);
  const compared = followed.filter(({ source }) => values.has(source));
  let equal = 0;
  for (const line of compared) {
    // The standard run system has lists of graphs for currents and states, which it draws half a step earlier and later.
    const half = (times[1] - times[0]) / 2;
    const ways = [0, half, -half].map((late) => difference(line, values.get(line.source), times, late));
    const { off, points } = ways.toSorted((a, b) => b.points - a.points || a.off - b.off)[0];
    const isEqual = off === 0 && points >= line.points - 2;
    if (isEqual) equal++;
    console.log(
      `  ${line.graph}  ${line.label}: ${points} of ${line.points} points ${isEqual ? "equal" : `are off by at most ${off}`}, ${line.min} … ${line.max}`,
    );
  }
  const rest = result.lines.length - compared.length;
  console.log(
    `${args.join(" ")}: ${equal} of ${compared.length} lines equal${rest > 0 ? `; ${rest} more follow no variable of HOC's top level` : ""}`,
  );
  return compared.length > 0 && equal === compared.length;
}

/** What stands between two `--`. */
function groupsOf(words) {
  const groups = [[]];
  for (const word of words) {
    if (word === "--") groups.push([]);
    else groups.at(-1).push(word);
  }
  return groups;
}

try {
  const groups = groupsOf(process.argv.slice(2));
  if (groups[0].length === 0)
    throw new Failure("Which model?", { cure: "node scripts/check-models.mjs FOLDER --press LABEL" });
  makeEnvironment("node scripts/check-models.mjs");
  const isWell = groups.map(check).every(Boolean);
  if (!isWell) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.report());
  process.exitCode = 1;
}
