export const title = "call back, CVode.event, queued and called";
export const count = 20_000;

export function prepare(h) {
  h.load_file("stdrun.hoc");
  h.Section({ name: "soma" });
  const cvode = h.CVode();
  let calls = 0;
  const called = () => {
    calls++;
  };
  return (count) => {
    calls = 0;
    h.finitialize(-65);
    for (let i = 0; i < count; i++) cvode.event(0.5, called);
    h.continuerun(1);
    if (calls !== count) throw new Error(`${calls} calls`);
  };
}
