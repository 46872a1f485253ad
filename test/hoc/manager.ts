// For tests of windows: the window manager, and nothing that is left open.
import { afterEach } from "node:test";
import { closeAll } from "#display";
import { clean, h } from "./support.js";

h.load_file("stdrun.hoc");
export const manager = h.PWManager();
closeAll(); // the window of its own that a manager without other windows has
afterEach(() => {
  closeAll();
  clean();
});
