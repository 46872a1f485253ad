// Two hundred artificial cells at random, with the plain queue and with the binned one.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const random = h.Random();
  random.Random123(1, 2, 3);
  const cells = Array.from({ length: 200 }, () => h.IntFire4());
  for (const cell of cells) {
    cell.taum = random.uniform(20, 40);
    cell.taue = random.uniform(2, 4);
  }
  const [spikes, senders] = [h.Vector(), h.Vector()];
  const netcons: any[] = [];
  random.discunif(0, 199);
  const chosen = Array.from({ length: 2000 }, () => random.repick());
  random.uniform(0, 1);
  for (const [i, source] of chosen.entries()) {
    const weight = random.repick() < 0.8 ? 0.08 : -0.2;
    netcons.push(h.NetCon(cells[source], cells[i % 200], 0, 0.5 + 4 * random.repick(), weight));
  }
  for (const [i, cell] of cells.entries()) {
    const detector = h.NetCon(cell, null);
    detector.record(spikes, senders, i);
    netcons.push(detector);
  }
  const stims: any[] = [];
  for (let i = 0; i < 20; i++) {
    const stim = h.NetStim();
    [stim.interval, stim.number, stim.start, stim.noise] = [5, 1e9, 1, 1];
    stim.noiseFromRandom123(i, 9, 9);
    stims.push(stim);
    for (let k = 0; k < 10; k++) {
      netcons.push(h.NetCon(stim, cells[10 * i + k], 0, 1 + 0.1 * k, 0.3));
    }
  }
  const traces: any = {};
  for (const binned of [0, 1]) {
    h.cvode.queue_mode(binned);
    h.finitialize();
    h.continuerun(150);
    [traces[`spikes ${binned}`], traces[`senders ${binned}`]] = [spikes.c(), senders.c()];
  }
  traces.netcons = [h.List("NetCon").count(), netcons.length];
  return traces;
}
