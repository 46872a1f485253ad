export const title = "call back, NetCon.record";
export const count = 50_000;

export function prepare(h) {
  h.load_file("stdrun.hoc");
  const source = h.NetStim();
  source.start = 0;
  source.interval = 0.1;
  source.number = 1e9;
  let calls = 0;
  const netcon = h.NetCon(source, null);
  netcon.record(() => {
    calls++;
  });
  h.dt = 50;
  h.steps_per_ms = 0.02;
  return (count) => {
    calls = 0;
    h.finitialize(-65);
    h.continuerun(count / 10);
    if (calls < count / 2) throw new Error(`${calls} calls`);
  };
}
