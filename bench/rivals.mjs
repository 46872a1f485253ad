// Who runs: ours first, then those it is compared with. Each is a process that takes a case and a count
// (child.mjs and python/child.py say how it answers). A case of p's (it has `plain`, the same with h) is run by our h
// as well; one with `alone` by nobody else. `limit`: the ratio ours/rival that is still allowed.
import { fileURLToPath } from "node:url";
import { patchPython, venvPython } from "../scripts/lib/venv.mjs";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export const isPatch = (testCase) => testCase.plain !== undefined;

const ours = {
  name: "ours",
  command: (name, count) => [process.execPath, here("child.mjs"), name, count, "prepare"],
};
const plain = {
  name: "our h",
  command: (name, count) => [process.execPath, here("child.mjs"), name, count, "plain"],
  plays: isPatch,
  limit: (testCase) => testCase.plainLimit ?? 1.25,
};
/** What a case of Glia's says of itself: Python's NEURON knows no such thing, but its compiler does. */
const isGlia = (testCase) => testCase.title.startsWith("Glia");

const python = {
  name: "Python",
  command: (name, count) => [venvPython, here("python/child.py"), name, count, "neuron.h"],
  plays: (testCase) => !testCase.alone && (!isGlia(testCase) || testCase.commands?.Python !== undefined),
  limit: ({ pythonLimit, pythonMore }) => pythonLimit ?? (pythonMore === undefined ? 1 : Number.POSITIVE_INFINITY),
};
const firstPatch = {
  name: "nrn-patch",
  command: (name, count) => [patchPython, here("python/child.py"), name, count, "patch.p"],
  plays: (testCase) => !testCase.alone,
  limit: (testCase) => (isPatch(testCase) ? 0.1 : 1),
};

export const rivalsWith = (hasFirstPatch) => [ours, plain, python, ...(hasFirstPatch ? [firstPatch] : [])];
