"""Compiled mechanisms: WATCH, net_send, net_event, and an artificial cell that plays a Vector."""

import os


def run(h):
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 2, 30, 0.25
    watcher = h.Watcher(soma(0.5))
    player, relay = h.Relay(), h.Relay()
    pattern = h.Vector([1.5, 4, 4, 11.3, 20])
    player.play(pattern)
    relay.wait = 3
    synapse = h.ExpSyn(soma(0.5))
    synapse.e = -80
    netcons = [
        h.NetCon(watcher, relay, 0, 0.5, 1),
        h.NetCon(player, relay, 0, 0, -1),
        h.NetCon(relay, synapse, 0, 1, 0.01),
        h.NetCon(player, watcher, 0, 0, 5),
    ]
    traces = {}
    for name, source in [("watcher", watcher), ("player", player), ("relay", relay)]:
        spikes = h.Vector()
        netcons.append(h.NetCon(source, None))
        netcons[-1].record(spikes)
        traces[f"spikes {name}"] = spikes
    traces["v"] = h.Vector().record(soma(0.5)._ref_v)
    traces["state"] = h.Vector().record(watcher._ref_state)
    h.finitialize(-65)
    h.continuerun(40)
    traces["counts"] = [watcher.crossings, watcher.last, watcher.high, relay.received, relay.moved, player.received]
    return traces
