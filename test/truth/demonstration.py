"""One of the demonstrations that come with NEURON (share/nrn/demo), run without a display."""

import os


def demonstrate(h, number):
    folder = h.neuronhome() + "/demo/"
    os.environ["NRNDEMO"] = folder
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    h.load_file(folder + "demo.hoc")
    h.demo(number)
    secs = list(h.allsec())
    v = [h.Vector().record(sec(0.5)._ref_v) for sec in secs]
    spikes, senders = h.Vector(), h.Vector()
    for i, netcon in enumerate(h.List("NetCon")):
        netcon.record(spikes, senders, i)
    h.run()
    traces = {f"v {sec.name()}": trace for sec, trace in list(zip(secs, v))[:8]}
    traces["sections"] = [sec.name() for sec in secs] or ["none"]
    traces["last"] = [trace[len(trace) - 1] for trace in v]
    traces["spikes"], traces["senders"] = spikes, senders
    traces["counts"] = [h.t, h.tstop, h.celsius, len(secs), h.List("NetCon").count()]
    return traces
