// The three artificial integrate-and-fire cells, driven by excitation and inhibition, one of them by another.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const excitation = h.NetStim();
  [excitation.interval, excitation.number, excitation.start] = [3, 30, 1];
  const inhibition = h.NetStim();
  [inhibition.interval, inhibition.number, inhibition.start] = [17, 6, 5];
  const one = h.IntFire1();
  [one.tau, one.refrac] = [10, 4];
  const two = h.IntFire2();
  [two.taum, two.taus, two.ib] = [10, 20, 0.4];
  const four = h.IntFire4();
  [four.taue, four.taui1, four.taui2, four.taum] = [3, 5, 10, 30];
  const netcons: any[] = [];
  for (const [cell, weight] of [
    [one, 0.45],
    [two, 0.3],
    [four, 0.25],
  ]) {
    netcons.push(h.NetCon(excitation, cell, 0, 1, weight));
    netcons.push(h.NetCon(inhibition, cell, 0, 2, -0.2));
  }
  netcons.push(h.NetCon(one, four, 0, 0.5, 0.3));
  const traces: any = {};
  for (const [name, cell] of Object.entries({ one, two, four })) {
    const spikes = h.Vector();
    const detector = h.NetCon(cell, null);
    detector.record(spikes);
    netcons.push(detector);
    traces[`spikes ${name}`] = spikes;
  }
  const [m1, m2, m4] = [h.Vector(), h.Vector(), h.Vector()];

  const look = () => {
    m1.append(one.M());
    m2.append(two.M());
    m4.append(four.M());
    if (h.t < 99) {
      h.cvode.event(h.t + 2.5, look);
    }
  };

  const start = h.FInitializeHandler(look);
  h.finitialize();
  h.continuerun(100);
  Object.assign(traces, { "M one": m1, "M two": m2, "M four": m4, handler: start !== null });
  return traces;
}
