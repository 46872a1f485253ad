// One of the demonstrations that come with NEURON (share/nrn/demo), run without a display.
type Load = () => unknown;

export function demonstrate(h: any, number: number, load?: Load) {
  const { secs, v, spikes, senders } = prepareDemonstration(h, number, load);
  h.run();
  const traces: any = Object.fromEntries(secs.slice(0, 8).map((sec, i) => [`v ${sec.name()}`, v[i]]));
  traces.sections = secs.length ? secs.map((sec) => sec.name()) : ["none"];
  traces.last = v.map((trace) => trace[trace.length - 1]);
  [traces.spikes, traces.senders] = [spikes, senders];
  traces.counts = [h.t, h.tstop, h.celsius, secs.length, h.List("NetCon").count()];
  return traces;
}

/** Loads it and records everything, and does not run it yet. */
export function prepareDemonstration(
  h: any,
  number: number,
  load: Load = () => h.nrn_load_dll(process.env.TRUTH_MECHANISMS),
) {
  const folder = `${h.neuronhome()}/demo/`;
  process.env.NRNDEMO = folder;
  load();
  h.load_file(`${folder}demo.hoc`);
  h.demo(number);
  const secs: any[] = [...h.allsec()];
  const v: any[] = secs.map((sec) => h.Vector().record(sec(0.5)._ref_v));
  const [spikes, senders] = [h.Vector(), h.Vector()];
  for (const [i, netcon] of [...h.List("NetCon")].entries()) {
    netcon.record(spikes, senders, i);
  }
  return { secs, v, spikes, senders };
}
