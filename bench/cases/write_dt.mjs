export const title = "write h.dt";
export const count = 500_000;

export function prepare(h) {
  return (count) => {
    for (let i = 1; i <= count; i++) h.dt = i;
  };
}
