// What the layer above adds to sections and segments: it declares its members here. (Merged into the classes themselves, TypeScript 6
// loses their `[Symbol.iterator]` when it checks a changed file alone.)

// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface SectionAdditions {}
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface SegmentAdditions {}
