// Files that come into being whole, or not at all.
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Makes a file beside its place and moves it there; what goes wrong leaves nothing behind, and is thrown. */
export function putWhole(file: string, make: (aside: string) => void, aside = `${file}.${process.pid}`): void {
  try {
    make(aside);
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

export function writeWhole(file: string, text: string, aside?: string): void {
  putWhole(file, (place) => writeFileSync(place, text), aside);
}
