// The windows that a display would show: what is in them, in which order they were made, and who closes them.
import type { HocObject } from "../object.js";
import { type Action, Kept } from "./given.js";

let made = 0;
/** How many windows and parts of windows there have been. */
export function panesSoFar(): number {
  return made;
}

/** What a window can hold. */
export abstract class Pane {
  /** They are counted as they are made. */
  readonly number = ++made;
  title = "";
  /** The box that it stands in. */
  parent: Pane | undefined;
  isOpen = false;
  /** Hidden by the window manager. */
  isHidden = false;
  /** What happens when the window manager closes it. */
  dismissAction: Action | undefined;
  /** The object by which PWManager groups windows. */
  group: Kept | undefined;
  /** The object that lives as long as the window does. */
  #held: Kept | undefined;

  /** What stands in it. */
  get children(): readonly Pane[] {
    return [];
  }

  /** The title of the window that it is in. */
  get windowTitle(): string {
    return this.title || (this.parent?.windowTitle ?? "");
  }

  /** What stood in it no longer does. */
  lose(_child: Pane): void {}

  /** Told when it is shown and when it no longer is. */
  protected shown(): void {}

  open(): void {
    this.isOpen = true;
    this.shown();
  }

  hold(object: HocObject | undefined): void {
    const before = this.#held;
    // At once: a session drops its last variable before it shows the box.
    this.#held = object === undefined ? undefined : new Kept(object);
    before?.release();
  }

  /** Its window goes, and all that stands in it. */
  close(): void {
    const at = windows.indexOf(this);
    if (at >= 0) windows.splice(at, 1);
    if (!this.isOpen && this.#held === undefined) return;
    this.isOpen = false;
    this.shown();
    for (const child of [...this.children]) child.close();
    this.group?.release();
    this.group = undefined;
    // Last, for it may end the object whose code is closing the window.
    this.hold(undefined);
  }
}

/** All windows that are open, in the order in which they were made. */
export const windows: Pane[] = [];

interface Container extends Pane {
  take(child: Pane): void;
}
const intercepting: Container[] = [];

/** From now on, what would become a window of its own stands in this box. */
export function intercept(box: Container, on: boolean): void {
  const at = intercepting.lastIndexOf(box);
  if (at >= 0) intercepting.splice(at, 1);
  if (on) intercepting.push(box);
}

/** Shows a pane: in the box that intercepts, else as a window. */
export function show(pane: Pane): void {
  const box = intercepting.at(-1);
  if (box !== undefined && box !== pane) {
    pane.parent = box;
    box.take(pane);
  } else if (!windows.includes(pane)) {
    pane.parent = undefined;
    windows.push(pane);
  }
  pane.open();
}

/** As the window manager's close button does. */
export function dismiss(pane: Pane): void {
  const action = pane.dismissAction;
  pane.dismissAction = undefined;
  const at = windows.indexOf(pane);
  if (at >= 0) windows.splice(at, 1);
  action?.perform();
  pane.close();
}

/** Every pane of every open window, outer ones first. */
export function* panes(within: readonly Pane[] = windows): Generator<Pane> {
  for (const pane of [...within]) {
    yield pane;
    yield* panes(pane.children);
  }
}

/** Windows, and what stands in them, that were made since there were so many go, without a word to the model. */
export function closeSince(count: number): void {
  for (const pane of [...panes()]) {
    if (pane.number <= count) continue;
    pane.dismissAction = undefined;
    pane.parent?.lose(pane);
    pane.close();
  }
}

/** The model is cleared: all windows go, without a word to it. */
export function closeAll(): void {
  intercepting.length = 0;
  for (const pane of [...windows]) {
    pane.dismissAction = undefined;
    pane.close();
  }
}
