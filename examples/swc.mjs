// @ts-check
// A traced morphology: an SWC file becomes the sections of an object of yours.
// node examples/swc.mjs [file.swc]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { h } from "nrn-patch";

/** @typedef {import("nrn-patch").Section} Section */

h.load_file("stdrun.hoc");
h.load_file("import3d.hoc");

// id, kind (1 soma, 2 axon, 3 basal, 4 apical dendrite), x, y, z, radius, parent
const small = `
1 1 0 0 0 8 -1
2 1 0 -8 0 8 1
3 1 0 8 0 8 1
4 3 8 0 0 1 1
5 3 60 0 0 1 4
6 3 110 30 0 0.5 5
7 3 110 -30 0 0.5 5
8 4 0 8 0 2 1
9 4 0 150 20 1 8
10 2 0 -8 0 0.5 1
11 2 0 -120 0 0.5 10
`;

class Cell {
  /** @type {Section[]} */
  all = [];
  toString() {
    return "Cell";
  }
}

const folder = mkdtempSync(join(tmpdir(), "swc-"));
const file = process.argv[2] ?? join(folder, "small.swc");
if (!process.argv[2]) writeFileSync(file, small.trimStart());

const cell = new Cell();
const reader = h.Import3d_SWC_read();
reader.input(file);
h.Import3d_GUI(reader, false).instantiate(cell);
rmSync(folder, { recursive: true });

for (const section of cell.all) console.log(section);
const length = cell.all.reduce((sum, section) => sum + section.L, 0);
let area = 0;
for (const section of cell.all) for (const segment of section) area += segment.area();
console.log(`${cell.all.length} sections, ${length.toFixed(3)} µm long, ${area.toFixed(3)} µm² of membrane`);
