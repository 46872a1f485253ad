# The model of `npm start` (examples/pyramid.mjs) in Python: prints each sample's bits as t and v, then the spike times.
import math
import struct
from neuron import h

h.load_file("stdrun.hoc")
h.xopen(h.neuronhome() + "/demo/pyramid.nrn")
soma = h.soma
for sec in h.allsec():
    sec.Ra = 150
    sec.nseg = 2 * math.floor((sec.L / (0.1 * h.lambda_f(100, sec=sec)) + 0.9) / 2) + 1
    sec.insert("pas")
    sec.g_pas = 1 / 30000
    sec.e_pas = -65
    sec.insert("hh")
    sec.gnabar_hh = 0.3 if sec == soma else 0.02
    sec.gkbar_hh = 0.08 if sec == soma else 0.006
    sec.gl_hh = 0

clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 5, 90, 1.5
time = h.Vector().record(h._ref_t)
voltage = h.Vector().record(soma(0.5)._ref_v)
spikes = h.Vector()
detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
detector.threshold = 0
detector.record(spikes)
h.celsius = 6.3
h.finitialize(-65)
h.continuerun(100)

bits = lambda x: struct.pack(">d", x).hex()
for t, v in zip(time, voltage):
    print(bits(t), bits(v))
print("spikes", *(f"{t:.2f}" for t in spikes))
