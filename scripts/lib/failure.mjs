// A step that could not be done: what went wrong, what was tried, and the command that mends it.

export class Failure extends Error {
  /** @param {{ tried?: string[], output?: string, cure: string }} details */
  constructor(message, { tried = [], output = "", cure }) {
    super(message);
    this.tried = tried;
    this.output = output;
    this.cure = cure;
  }

  /** The whole story as text; of long output the end, where compilers and npm say what stopped them. */
  report() {
    const lines = [this.message];
    if (this.tried.length > 0) lines.push("Tried:", ...this.tried.map((what) => `  - ${what}`));
    const output = this.output.trim().split("\n").slice(-60);
    if (output[0]) lines.push("Its output ended with:", ...output.map((line) => `  | ${line}`));
    lines.push("To mend it:", ...this.cure.split("\n").map((line) => `  ${line}`));
    return lines.join("\n");
  }
}
