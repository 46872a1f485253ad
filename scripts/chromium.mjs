// The Chromium that the tests and the benchmark of the live page drive: the one that CHROMIUM names, else the first on PATH.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** Where installers put it without a place on PATH. */
const places = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @returns {string} its path; throws an Error that says where it was looked for, and the cure */
export function findChromium({ CHROMIUM: named, PATH = "" } = process.env) {
  if (named) {
    const file = [named, ...onPath(PATH, [named])].find(isProgram);
    if (file === undefined) throw new Error(`CHROMIUM is ${named}, where there is no program that can be run.`);
    return file;
  }
  const file = [...onPath(PATH, names), ...places].find(isProgram);
  if (file !== undefined) return file;
  throw new Error(
    `There is no Chromium: none of ${names.join(", ")} is on PATH, and none of these is there: ${places.join(", ")}. ` +
      "Install it (Debian, Ubuntu: apt-get install chromium), or name the file in the variable CHROMIUM.",
  );
}

function onPath(path, wanted) {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => wanted.map((name) => join(folder, name)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
