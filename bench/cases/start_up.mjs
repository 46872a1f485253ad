export const title = "start, load stdrun.hoc, end";
export const kind = "process";

export function prepare(h) {
  h.load_file("stdrun.hoc");
}
