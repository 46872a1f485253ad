"""Axons with one extracellular layer and with two, stimulated from outside; the layers' fields are arrays."""


def cable(h, layers):
    h.nlayer_extracellular(layers)
    axon = h.Section(name=f"axon{layers}")
    axon.L, axon.diam, axon.nseg = 300, 1.5, 7
    axon.insert("hh")
    axon.insert("extracellular")
    for i in range(layers):
        axon.xraxial[i] = 200 + 100 * i
        axon.xg[i] = 0.02 / (i + 1)
        axon.xc[i] = 0.1 * i
    axon(0.1).e_extracellular = -30
    return axon


def layer(h, axon, i):
    """Python's `_ref_vext[1]` is the first layer: HOC's is asked."""
    h("objref layer")
    h.layer = h.Vector()
    axon.push()
    h(f"layer.record(&vext[{i}](0.5))")
    h.pop_section()
    return h.layer


def run(h):
    h.load_file("stdrun.hoc")
    traces = {"layers": [h.nlayer_extracellular()]}
    for layers in [1, 2]:
        axon = cable(h, layers)
        clamp = h.IClamp(axon(0.9))
        clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.3
        v = h.Vector().record(axon(0.5)._ref_v)
        vext = [layer(h, axon, i) for i in range(layers)]
        im = h.Vector().record(axon(0.5)._ref_i_membrane)
        h.finitialize(-65)
        h.continuerun(8)
        traces[f"v {layers}"] = v
        traces[f"i_membrane {layers}"] = im
        for i in range(layers):
            traces[f"vext[{i}] of {layers}"] = vext[i]
        traces[f"xg {layers}"] = [seg._ref_xg[i][0] for seg in axon for i in range(layers)]
        traces[f"first layer {layers}"] = [axon(0.5).vext[0], axon(0.5)._ref_xraxial[layers - 1][0]]
        h.delete_section(sec=axon)
        v = vext = im = clamp = axon = None
    return traces
