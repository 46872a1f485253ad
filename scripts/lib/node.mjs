// The running Node: new enough, and where its headers lie.

import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "./failure.mjs";

const needed = [20, 19];

export function isNodeNewEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

export function checkNode() {
  if (isNodeNewEnough()) return;
  throw new Failure(`Node ${process.versions.node} runs this; the project needs ${needed.join(".")} or newer.`, {
    cure: "install a newer Node, such as the long-term one, and call this again",
  });
}

/** The folder in whose include/node the headers of this very Node lie, when they came with it. */
export function nodeHeaders() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, "include", "node", "node_api.h")) ? prefix : undefined;
}
