"""APCount counts and times spikes at two places, at two thresholds, and is asked between runs."""


def run(h):
    h.load_file("stdrun.hoc")
    axon = h.Section(name="axon")
    axon.L, axon.diam, axon.nseg = 1000, 2, 41
    axon.insert("hh")
    clamp = h.IClamp(axon(0))
    clamp.delay, clamp.dur, clamp.amp = 1, 20, 0.8
    near, far = h.APCount(axon(0.1)), h.APCount(axon(0.9))
    near.thresh, far.thresh = -20, 0
    near_times, far_times = h.Vector(), h.Vector()
    near.record(near_times)
    far.record(far_times)
    h.finitialize(-65)
    h.continuerun(12)
    first = [near.n, near.time, far.n, far.time]
    h.continuerun(30)
    speed = h.Vector([0.8 * axon.L / 1000 / (far_times[0] - near_times[0])])
    return {
        "first": first,
        "second": [near.n, near.time, far.n, far.time],
        "spikes near": near_times,
        "spikes far": far_times,
        "m per s": speed,
        "places": [near.get_segment().x, far.get_segment().x],
    }
