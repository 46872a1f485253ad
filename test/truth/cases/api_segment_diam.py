"""NEURON's test/api/segment_diam.cpp, and a tapering section beside it."""


def run(h):
    section = h.Section(name="s")
    section.pt3dadd(0, 0, 0, 10)
    section.pt3dadd(10, 0, 0, 10)
    before = section(0.5).diam
    h.finitialize(-65)
    taper = h.Section(name="taper")
    taper.nseg = 5
    taper.pt3dadd(0, 0, 0, 10)
    taper.pt3dadd(30, 40, 0, 4)
    taper.pt3dadd(30, 40, 60, 1)
    tapered = [seg.diam for seg in taper]
    taper(0.5).diam = 3
    return {
        "before and after": [before, section(0.5).diam],
        "L": [section.L, taper.L],
        "taper": tapered,
        "taper after": [seg.diam for seg in taper],
        "area": [seg.area() for seg in taper.allseg()],
        "volume": [seg.volume() for seg in taper],
    }
