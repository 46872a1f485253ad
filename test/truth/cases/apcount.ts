// APCount counts and times spikes at two places, at two thresholds, and is asked between runs.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const axon = h.Section({ name: "axon" });
  [axon.L, axon.diam, axon.nseg] = [1000, 2, 41];
  axon.insert("hh");
  const clamp = h.IClamp(axon(0));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 20, 0.8];
  const [near, far] = [h.APCount(axon(0.1)), h.APCount(axon(0.9))];
  [near.thresh, far.thresh] = [-20, 0];
  const [nearTimes, farTimes] = [h.Vector(), h.Vector()];
  near.record(nearTimes);
  far.record(farTimes);
  h.finitialize(-65);
  h.continuerun(12);
  const first = [near.n, near.time, far.n, far.time];
  h.continuerun(30);
  const speed = h.Vector([(0.8 * axon.L) / 1000 / (farTimes[0] - nearTimes[0])]);
  return {
    first,
    second: [near.n, near.time, far.n, far.time],
    "spikes near": nearTimes,
    "spikes far": farTimes,
    "m per s": speed,
    places: [near.get_segment().x, far.get_segment().x],
  };
}
