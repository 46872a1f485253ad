// The extension VecStim: a Vector's times as events, beside a NetStim of the same times, by every way of integrating.
const PATTERN = [0, 0.7, 3.3, 3.3, 3.3, 8.1, 12.345678, 20.05, 29.999];
const UNTIDY = [-1, 4, 2, 9.5, Number.NaN, 9.5, Number.POSITIVE_INFINITY, 21, 60];

export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.nrn_load_dll(process.env.TRUTH_MECHANISMS);
  const parallel = h.ParallelContext();
  const cells = [0, 1, 2].map((i) => h.Section({ name: `cell${i}` }));
  const synapses = cells.map((cell) => {
    cell.L = cell.diam = 12;
    cell.insert("hh");
    return h.ExpSyn(cell(0.5));
  });
  const stim = h.NetStim();
  [stim.start, stim.interval, stim.number] = [2.5, 7.25, 4];
  const [same, untidy, other] = [h.VecStim(), h.VecStim(), h.VecStim()];
  const traces: any = {};
  const sources = [stim, same, untidy, other];
  const spikes = sources.map((source, i) => {
    const netcon = h.NetCon(source, synapses[Math.min(i, 2)]);
    netcon.weight[0] = 0.004;
    netcon.delay = 0.5;
    const times = h.Vector();
    netcon.record(times);
    return times;
  });
  const v = cells.map((cell) => h.Vector().record(cell(0.5)._ref_v));

  const simulate = (name: string) => {
    h.finitialize(-65);
    h.continuerun(30);
    for (const [i, times] of spikes.entries()) traces[`spikes ${name} ${i}`] = times.c();
    for (const [i, trace] of v.entries()) traces[`v ${name} ${i}`] = trace.c();
    traces[`counts ${name}`] = [same.skipped, untidy.skipped, other.skipped, h.t];
  };

  const times = h.Vector([2.5]);
  for (let i = 0; i < 3; i++) times.append(times[times.size() - 1] + 7.25);
  same.play(times);
  untidy.play(h.Vector().append(...UNTIDY));
  other.play(h.Vector(PATTERN));
  simulate("fixed");
  simulate("again");
  h.cvode_active(1);
  simulate("cvode");
  h.CVode().use_local_dt(1);
  same.play();
  h.finitialize(-65);
  h.continuerun(30);
  traces["spikes local"] = [...spikes[1], ...spikes[2], ...spikes[3]];
  h.CVode().use_local_dt(0);
  h.cvode_active(0);
  parallel.nthread(2);
  simulate("threads");
  parallel.nthread(1);

  const changing = h.Vector(PATTERN);
  other.play(changing);
  const events = h.CVode();

  const change = () => {
    events.event(2, () => changing.resize(4));
    events.event(3.2, () => changing.append(14, 15, 16));
    events.event(14.5, () => changing.resize(5));
    events.event(20, () => same.play(h.Vector([22])));
  };
  const handler = h.FInitializeHandler(change);
  same.play(times);
  simulate("changing");
  handler.dispose();
  return traces;
}
