// Where this package lies: the one place that counts folders from itself, which holds in dist/<layer>/ and in dist/bundle/.
import { fileURLToPath } from "node:url";

/** The package's own folder, with the separator at its end. */
export const packageRoot: string = fileURLToPath(new URL("../../", import.meta.url));
