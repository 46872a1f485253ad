// The addon, name by name. The only file that loads it.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { EngineError } from "../core/errors.js";
import { isClone, packageRoot } from "../core/root.js";

/** A handle: the index and generation of a native slot. 0 is none. */
export type Handle = number;
/** A symbol of HOC by its number. 0 is none. */
export type SymbolId = number;
/** How a value that came back is to be read; see transfer.ts. */
export type Raw = unknown;

export type SymbolInfo = readonly [
  name: string,
  type: number,
  subtype: number,
  variables: number,
  isPointProcess: number,
  isBuiltIn: number,
  mechanism: number,
  isArray: number,
];

export interface Native {
  start(library: string, hooks: object, argv: readonly string[], environment: readonly string[]): string | undefined;
  shared(): [kinds: Int32Array, numbers: Float64Array, deaths: Int32Array];
  version(): string;
  ranks(): [count: number, own: number];
  endRanks(code: number): void;
  threads(): number;
  setThreads(count: number, parallel: boolean): void;
  verify(): void;
  hasNewArtificial(): boolean;
  structureChanged(): boolean;
  threadTime(): number;
  endPatience(): void;
  deferFailures(yes: boolean): void;
  /** Whether CVode chooses the time steps. */
  cvodeActive(): boolean;
  inRun(): boolean;
  depth(): number;

  lookup(name: string): SymbolId;
  memberSymbol(cls: SymbolId, name: string, object: Handle): SymbolId;
  symbolInfo(symbol: SymbolId): SymbolInfo;
  names(which: number): string[];
  dimension(symbol: SymbolId, object: Handle, depth: number): number;
  instances(cls: SymbolId): Handle[];
  instance(cls: SymbolId, index: number): Handle;
  alias(full: string, plain: string): SymbolId[];
  unalias(plain: string): string[];
  freeName(name: string): boolean;
  hideOwn(name: string): void;
  hideAliases(folder: string): void;

  construct(cls: SymbolId, count: number, extra: unknown, section: Handle): Handle;
  constructLong(cls: SymbolId, count: number, extra: unknown, section: Handle): Handle;
  callMember(object: Handle, symbol: SymbolId, count: number, extra: unknown, section: Handle): Raw;
  callMemberLong(object: Handle, symbol: SymbolId, count: number, extra: unknown, section: Handle): Raw;
  getMember(object: Handle, symbol: SymbolId, indices: number): Raw;
  setNumbers(object: Handle, count: number): void;
  setMember(object: Handle, symbol: SymbolId, indices: number, extra: unknown): void;
  processGet(object: Handle, symbol: SymbolId, index: number): number;
  processSet(object: Handle, symbol: SymbolId, index: number, value: number): void;
  call(symbol: SymbolId, count: number, extra: unknown, section: Handle): Raw;
  callLong(symbol: SymbolId, count: number, extra: unknown, section: Handle): Raw;
  hoc(code: string): true;
  getTop(symbol: SymbolId, indices: number): Raw;
  setTop(symbol: SymbolId, indices: number, extra: unknown): void;
  scalar(symbol: SymbolId): number | undefined;
  setScalar(symbol: SymbolId, value: number): boolean;

  pointerGet(): number;
  pointerSet(value: number): void;
  setPointer(owner: Handle, symbol: SymbolId, x: number, isProcess: boolean): void;

  newSection(name: string, cell: unknown): Handle;
  deleteSection(section: Handle): void;
  alive(handle: Handle): boolean;
  sectionName(section: Handle): string;
  sectionCell(section: Handle): Raw;
  sectionIsOurs(section: Handle): boolean;
  sectionGet(section: Handle, property: number): number;
  sectionSet(section: Handle, property: number, value: number): void;
  connect(child: Handle, parent: Handle, parentX: number, childEnd: number): void;
  disconnect(section: Handle): void;
  tree(section: Handle, which: number): Handle[];
  parent(section: Handle, truly: boolean): Raw;
  orientation(section: Handle): number;
  allSections(): Handle[];
  sectionsInList(list: Handle): Handle[];
  currentSection(): Raw;
  pushSection(section: Handle): number;
  popSection(): boolean;

  rangeGet(section: Handle, x: number, symbol: SymbolId, index: number): number;
  rangeSet(section: Handle, x: number, symbol: SymbolId, index: number, value: number): void;
  rangeSetAll(section: Handle, symbol: SymbolId, index: number, value: number): void;
  hasMechanism(section: Handle, x: number, type: number): boolean;
  insert(section: Handle, mechanism: SymbolId): void;
  uninsert(section: Handle, mechanism: SymbolId): void;
  mechanismSymbol(name: string): SymbolId;
  mechanismsAt(section: Handle, x: number): SymbolId[];
  variablesAt(section: Handle, x: number, kind: number): (string | number)[];
  processesAt(section: Handle, x: number): Handle[];
  /** Undefined for none, null for a section that is gone. */
  processesOf(section: Handle): Handle[] | undefined | null;
  mechanismNames(mechanism: SymbolId): string[];
  mechanismVariable(mechanism: SymbolId, name: string): SymbolId;
  mechanismCall(section: Handle, x: number, mechanism: SymbolId, name: string, count: number, extra: unknown): number;
  mechanismRandom(section: Handle, x: number, symbol: SymbolId): Raw;
  nodeIndex(section: Handle, x: number): number;
  sameNode(section: Handle, x: number, other: Handle, otherX: number): boolean;
  isIon(mechanism: SymbolId): boolean;
  processSegment(object: Handle): Raw;

  points3dCount(section: Handle): number;
  point3d(section: Handle, i: number, field: number): number | boolean;
  points3d(section: Handle): Float64Array;
  pt3dadd(section: Handle, x: number, y: number, z: number, diameter: number): void;
  pt3dinsert(section: Handle, i: number, x: number, y: number, z: number, diameter: number): void;
  pt3dchange(section: Handle, i: number, ...values: number[]): void;
  pt3dremove(section: Handle, i: number): void;
  pt3dclear(section: Handle, size: number): void;
  style3d(section: Handle, ...point: number[]): [number, number, number] | null;
  volume(section: Handle, x: number, diameter: number): number;

  vectorSize(vector: Handle): number;
  vectorLeave(vector: Handle): void;
  vectorInto(vector: Handle, array: Float64Array): void;
  vectorFrom(vector: Handle, values: Float64Array): void;
  vectorGet(vector: Handle, i: number): number;
  vectorSet(vector: Handle, i: number, value: number): void;
  listCount(list: Handle): number;
  listItem(list: Handle, i: number): Raw;
  newBox(value: number | string | null, object?: unknown): Handle;
  getBox(box: Handle): Raw;
  setBox(box: Handle, value: number | string | null, object?: unknown): void;
  bindWeak(handle: Handle, object: object, bytes: number): void;
  weakTarget(handle: Handle): object | undefined;
  release(handle: Handle): void;
  refCount(object: Handle): number;
  isOwned(object: Handle): boolean;
  standing(object: Handle): number;
  /** The same, and what is ours alone goes. */
  part(object: Handle): number;
  objectName(object: Handle): string;
  classOf(object: Handle): SymbolId;
  pointerNames(firstType: number): SymbolId[];
  mechanismCount(): number;
  checkPointer(mechanism: SymbolId, pointer: SymbolId): void;
  unsetPointer(): string | undefined;

  silence(isOn: boolean): void;
  setDisplay(patience: number): void;
  defineShapes(): void;
  graphicalId(object: Handle): number;
  setGraphical(id: number, isMapped: boolean, tellsBegin: boolean): void;
  hocIn(code: string, object: Handle): true;
  valueIn(code: string, object: Handle): number;
  stringIn(name: string, object: Handle): string | undefined;
  refer(object: Handle): void;
  unrefer(object: Handle): void;
  plotName(rangeVarPlot: Handle): string;
  vectorLabel(vector: Handle): string;
  addCurve(graph: number, code: string, isVariable: boolean, context: Handle, place: unknown): number;
  setCurvesX(graph: number, code: string, isVariable: boolean, context: Handle): void;
  curve(graph: number, index: number): [x: Float64Array, y: Float64Array, isValid: boolean];
  recordCurve(graph: number, index: number, cvode: Handle, record: SymbolId, y: Handle, t: Handle): boolean;
  curveLength(graph: number, index: number): number;
  beginCurves(graph: number): void;
  clearCurves(graph: number): void;
  placeGet(place: unknown, i: number): number | undefined;
  placeSet(place: unknown, i: number, value: number): boolean;
  placeOf(code: string, context: Handle): unknown;

  takeDead(): Handle[];
  handleCount(): number;
}

const places = ["build/Release/nrn_patch.node", "prebuilt/nrn_patch.node"];

/** Loads the addon, or says what was tried and how to build it. */
export function loadAddon(): Native {
  const tried: string[] = [];
  for (const place of places) {
    const file = join(packageRoot, place);
    if (!existsSync(file)) {
      tried.push(`${file}: not there`);
      continue;
    }
    try {
      return createRequire(import.meta.url)(file) as Native;
    } catch (cause) {
      tried.push(`${file}: ${(cause as Error).message}`);
    }
  }
  throw new EngineError(
    `The native addon cannot be loaded. Tried:\n  ${tried.join("\n  ")}\nBuild it with: ${isClone() ? "npm run setup" : "npm explore nrn-patch -- npx node-gyp rebuild"}`,
  );
}
