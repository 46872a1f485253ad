// Where this user's compiled things are kept.
import { homedir } from "node:os";
import { join } from "node:path";

/** The variable PATCH_CACHE, else as the system has it. */
export function cacheFolder(): string {
  const { PATCH_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (PATCH_CACHE) return PATCH_CACHE;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "nrn-patch");
  if (process.platform === "win32") return join(LOCALAPPDATA || join(homedir(), "AppData", "Local"), "nrn-patch");
  return join(XDG_CACHE_HOME || join(homedir(), ".cache"), "nrn-patch");
}
