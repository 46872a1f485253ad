// HBox, VBox, Deck: windows in windows.
import type { Handle } from "../../engine/binding.js";
import { saysOnce } from "./display.js";
import type { Given } from "./given.js";
import { intercept, Pane, show } from "./windows.js";

export class Box extends Pane {
  readonly kind: "row" | "column" | "deck";
  readonly object: Handle;
  readonly #children: Pane[] = [];
  /** Left, top, width, height, where the model says so. */
  #place = [0, 0, 300, 200];
  /** Which card of a deck is shown; -1: none. */
  card = -1;

  constructor(cls: "HBox" | "VBox" | "Deck", object: Handle) {
    super();
    this.kind = cls === "Deck" ? "deck" : cls === "HBox" ? "row" : "column";
    this.object = object;
  }

  override get children(): readonly Pane[] {
    return this.#children;
  }
  take(child: Pane): void {
    if (!this.#children.includes(child)) this.#children.push(child);
  }
  override lose(child: Pane): void {
    const at = this.#children.indexOf(child);
    if (at >= 0) this.#children.splice(at, 1);
  }

  call(name: string, given: Given): number {
    switch (name) {
      case "intercept":
        intercept(this, given.whole(1, 0, 1) === 1);
        return given.number(1);
      case "map":
        intercept(this, false);
        this.title = given.text(1, "");
        if (given.has(3)) this.#place = given.numbers(2, 4);
        show(this);
        return 1;
      case "unmap":
        this.close();
        return 0;
      case "ismapped":
        return this.isOpen ? 1 : 0;
      case "ref":
        this.hold(given.at(1) === null ? undefined : given.object(1));
        return 0;
      case "dismiss_action":
        this.dismissAction = given.action(1);
        return 0;
      case "dialog":
        saysOnce("Box.dialog", "it asks a question that nobody answers here, and is taken as cancelled");
        return 0;
      case "size":
        this.#place.forEach((value, i) => {
          given.place(1).set(value, i);
        });
        return 0;
      case "priority":
        return given.number(1);
      case "full_request":
        return 0;
      case "save":
        return 1;
      case "flip_to":
        this.card = given.number(1) < this.#children.length ? Math.max(-1, Math.trunc(given.number(1))) : -1;
        return this.card;
      case "remove_last":
        this.#remove(this.#children.length - 1);
        return 0;
      case "remove":
        this.#remove(given.whole(1, 0, this.#children.length - 1));
        return 0;
      case "move_last":
        this.#children.splice(given.whole(1, 0, this.#children.length), 0, ...this.#children.splice(-1));
        return 0;
      default: // adjuster, adjust: sizes on a screen
        return 0;
    }
  }

  #remove(i: number): void {
    const [child] = this.#children.splice(i, 1);
    if (child === undefined) return;
    child.parent = undefined;
    child.close();
    if (this.card >= this.#children.length) this.card = -1;
  }
}
