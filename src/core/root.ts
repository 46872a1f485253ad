// Where this package lies: the one place that counts folders from itself, which holds in dist/<layer>/ and in dist/bundle/.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder, with the separator at its end. */
export const packageRoot: string = fileURLToPath(new URL("../../", import.meta.url));

/** Whether this is a clone of the project, which can set itself up, and not an installed package. */
export const isClone = (): boolean => existsSync(join(packageRoot, "scripts", "setup.mjs"));
