export const title = "p: p.time.size()";
export const count = 200_000;
export const counts = { "nrn-patch": 2_000 };

function check(size) {
  if (size < 41) throw new Error(`${size} times`);
}

export function prepare(p) {
  p.Section({ name: "soma" });
  p.time.size();
  p.run(1);
  return (count) => {
    for (let i = 0; i < count; i++) check(p.time.size());
  };
}

/** The Vector that h's users keep for it. */
export function plain(h) {
  h.load_file("stdrun.hoc");
  h.Section({ name: "soma" });
  const times = h.Vector().record(h._ref_t);
  h.finitialize(-65);
  h.continuerun(1);
  return (count) => {
    for (let i = 0; i < count; i++) check(times.size());
  };
}
