// Lists of objects and of sections, and references to sections.

import type { HocObject } from "../object.js";
import type { Section } from "../section.js";
import type { Callable, ClassOf, SectionOption, Stands, StringOut } from "./base.js";
import type { Hoc } from "./hoc.js";

/** The class of the objects that `h[name]` makes. */
export type InstanceNamed<N extends keyof Hoc> = Hoc[N] extends { readonly prototype: infer T extends HocObject }
  ? T
  : HocObject;

/**
 * An ordered list of objects; made from a class's name, it always holds that class's instances that exist.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/list.html
 */
export declare class List<T extends HocObject = HocObject> extends HocObject implements Iterable<T> {
  /** The object at an index; negative ones count from the end. */
  readonly [index: number]: T;
  /** Number of objects. */
  get length(): number;
  [Symbol.iterator](): IterableIterator<T>;

  /** Adds at the end. The number of objects. */
  append(object: T): number;
  /** Adds at the beginning. The number of objects. */
  prepend(object: T): number;
  /** Inserts before the index. The number of objects. */
  insrt(index: number, object: T): number;
  /** Removes the object at the index. The number of objects. */
  remove(index: number): number;
  /** Removes all. */
  remove_all(): number;
  /** Index of the object, or -1. */
  index(object: HocObject): number;
  /** Number of objects. */
  count(): number;
  /** The object at the index. */
  o(index: number): T;
  /** The object at the index. */
  object(index: number): T;

  /**
   * Shows a window with the objects; each one's label is a string member, or what the HOC statement puts into the
   * text.
   */
  browser(title?: string, label?: string | (() => string)): number;
  browser(title: string, label: StringOut, statement: string): number;
  /** Index of the item selected in the browser, or -1. */
  selected(): number;
  /** Selects an item in the browser; -1 none. */
  select(index: number): number;
  /** What happens at a single click, or on release of the button; `hoc_ac_` is the index. */
  select_action(action: Callable, onRelease?: boolean | number): number;
  /** What happens at a double click; `hoc_ac_` is the index. */
  accept_action(action: Callable): number;
  /** Index of the first item shown; scrolls there with an argument. */
  scroll_pos(index?: number): number;
}

/** `h.List()` is empty; `h.List("NetCon")` holds all NetCons there are. */
export interface ListConstructor extends ClassOf<List> {
  <N extends keyof Hoc>(className: N): List<InstanceNamed<N>>;
  (className: string): List;
  <T extends HocObject>(): List<T>;
  new <N extends keyof Hoc>(className: N): List<InstanceNamed<N>>;
  new (className: string): List;
  new <T extends HocObject>(): List<T>;
}

/**
 * An ordered list of sections.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/topology/seclist.html
 */
export declare class SectionList extends HocObject implements Iterable<Section> {
  /** Number of sections. */
  get length(): number;
  [Symbol.iterator](): IterableIterator<Section>;

  /** Adds a section (default: the current one). */
  append(section?: Section | Stands<Section> | SectionOption): number;
  /** Removes a section, or all that the other list has. The number removed. */
  remove(sections?: Section | SectionList | SectionOption): number;
  /** Adds the children of a section. */
  children(section?: Section | SectionOption): number;
  /** Adds a section and all below it. */
  subtree(section?: Section | SectionOption): number;
  /** Adds all sections of the tree that a section is in, the root first. */
  wholetree(section?: Section | SectionOption): number;
  /** Adds the root of every tree. The number of roots. */
  allroots(): number;
  /** Drops duplicates. The number removed. */
  unique(): number;
  /** Whether it has the section. */
  contains(section?: Section | SectionOption): boolean;
  /** Prints the names of the sections. */
  printnames(): number;
  /** Number of sections. */
  size(): number;
}

/** `h.SectionList()` is empty; `h.SectionList(sections)` takes any iterable of sections. */
export interface SectionListConstructor extends ClassOf<SectionList> {
  (sections: Iterable<Section>): SectionList;
  new (sections: Iterable<Section>): SectionList;
}

/**
 * A reference to a section, which keeps its meaning when the section is renamed or deleted.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/topology/secref.html
 */
export declare class SectionRef extends HocObject {
  /** The section. */
  get sec(): Section;
  /** The parent; throws when there is none (see `has_parent`). */
  get parent(): Section;
  /** The parent reached by the 0 end; throws when there is none (see `has_trueparent`). */
  get trueparent(): Section;
  /** The root of the tree. */
  get root(): Section;
  /** The children, by index from 0 to `nchild() - 1`. */
  get child(): SectionChildren;
  /** Number of children. */
  nchild(): number;
  /** Whether the section has a parent. */
  has_parent(): boolean;
  /** Whether the section has a parent reached by its 0 end. */
  has_trueparent(): boolean;
  /** Whether the section still exists. */
  exists(): boolean;
  /** Whether it is the current section. */
  is_cas(): boolean;
  /** Takes the name off a section that was made with `create`. */
  unname(): number;
  /** Gives a section without a name the name; with a List of SectionRefs, they become an array of that name. */
  rename(name: string, references?: List): number;
}

/** The children of a section. */
export interface SectionChildren extends Iterable<Section> {
  readonly [index: number]: Section;
  readonly length: number;
}

/** `h.SectionRef({ sec })`, or of the current section. */
export type SectionRefConstructor = ClassOf<SectionRef, [section?: Section | Stands<Section> | SectionOption]>;
