// What of the model is shown: its sections in their shape, and the values that colour them, kept in step with the model.
import { h } from "../hoc/h.js";
import type { Section } from "../hoc/section.js";
import { untyped } from "../hoc/untyped.js";
import { type SegmentValue, sectionsOf } from "../plots/sections.js";
import type { Checked } from "./options.js";
import { type ColorInfo, encodeShape } from "./protocol.js";
import { offsetsOf, shapeOf } from "./scene.js";
import { SegmentValues } from "./values.js";

/** A segment that was picked: where it is, and the variable that is shown there. */
export interface Picked {
  readonly label: string;
  readonly target: unknown;
}

export class ShownModel {
  /** Another one for each morphology. */
  version = 0;
  sections: readonly Section[] = [];
  shape: ArrayBuffer = new ArrayBuffer(0);
  readonly #options: Checked;
  #color: SegmentValue;
  #values: SegmentValues | undefined;
  /** By which a change of the model shows. */
  #counts = "";
  #signature = "";

  constructor(options: Checked) {
    this.#options = options;
    this.#color = options.color;
  }

  /** Looks whether it is another model than the one that was shown. @param isAtRest Whether no run is under way. */
  look(isAtRest: boolean): void {
    const cvode = h.CVode();
    const counts = `${cvode.structure_change_count()} ${cvode.diam_change_count()}`;
    // NEURON counts a change when it next initialises or moves on. Until then one has to look at it all.
    const isCounted = counts !== this.#counts;
    if (!isCounted && !isAtRest) return;
    const now = signature();
    if (!isCounted && now === this.#signature) return;
    this.#counts = counts;
    this.#signature = now;
    this.#rebuild();
  }

  /** Whether it has changed since the last look, though no run has begun. */
  hasChanged(): boolean {
    return signature() !== this.#signature;
  }

  /** One value for each segment, NaN where there is none. */
  read(): Float32Array {
    return this.#values?.read() ?? new Float32Array();
  }

  get color(): ColorInfo | undefined {
    return this.#values?.info();
  }

  recolor(name: string): void {
    if (this.sections.length === 0) return;
    const domain = name === this.#options.color ? this.#options.domain : undefined;
    this.#values = new SegmentValues(this.sections, name, domain);
    this.#color = name;
    this.#values.read();
  }

  /** The segment at that place in the list of all that are shown; undefined when there is none. */
  segment(index: number): Picked | undefined {
    const offsets = offsetsOf(this.sections);
    const at = offsets.findLastIndex((first) => first <= index);
    const section = this.sections[at];
    const i = index - (offsets[at] ?? 0);
    if (section === undefined || i >= section.nseg) return undefined;
    const name = typeof this.#color === "string" ? this.#color : "v";
    const x = (i + 0.5) / section.nseg;
    const segment = section(x) as unknown as Record<string, unknown>;
    return { label: `${String(section)}(${Number(x.toPrecision(4))}).${name}`, target: segment[`_ref_${name}`] };
  }

  #rebuild(): void {
    this.version++;
    const { sections, domain } = this.#options;
    this.sections = sections === undefined ? [...h.allsec()] : sectionsOf("view", sections);
    this.#values = undefined;
    this.shape = encodeShape(shapeOf(this.version, this.sections));
    if (this.sections.length > 0) this.#values = new SegmentValues(this.sections, this.#color, domain);
    this.#values?.read();
  }
}

/** Of which sections the model consists, in how many segments, which hangs on which, and how often a shape has changed. */
function signature(): string {
  const sections = [...h.allsec()].map((section) => `${String(section)} ${section.nseg} ${section.parentseg()}`);
  return `${untyped(h).nrn_shape_changed_} ${sections.join(",")}`;
}
