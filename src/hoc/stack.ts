// NEURON's section stack, as far as users push sections on it.
import { native } from "../engine/engine.js";

/** How deep the stack is with what users pushed; `h.pop_section()` takes off no more than that. */
const stack: number[] = [];
export function pushed(depth: number): void {
  stack.push(depth);
}
export function popSection(): boolean {
  if (stack.pop() === undefined) return false;
  native.popSection();
  return true;
}

/** Whether nothing that a user pushed is there. */
export function isStackEmpty(): boolean {
  return stack.length === 0;
}
