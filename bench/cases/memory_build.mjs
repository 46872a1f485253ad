import { cell, remove } from "./build.mjs";

export const title = "build and dispose 200 cells, 200 times";
export const kind = "memory";
export const count = 200;
export const whole = true;
export const samples = 3;

export function prepare(h) {
  const round = () => {
    const cells = [];
    for (let i = 0; i < 200; i++) cells.push(cell(h));
    cells.forEach(remove);
  };
  round();
  return (count) => {
    for (let i = 0; i < count; i++) round();
  };
}
