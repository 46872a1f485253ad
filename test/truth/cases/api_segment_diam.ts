// NEURON's test/api/segment_diam.cpp, and a tapering section beside it.
export function run(h: any) {
  const section = h.Section({ name: "s" });
  section.pt3dadd(0, 0, 0, 10);
  section.pt3dadd(10, 0, 0, 10);
  const before = section(0.5).diam;
  h.finitialize(-65);
  const taper = h.Section({ name: "taper" });
  taper.nseg = 5;
  taper.pt3dadd(0, 0, 0, 10);
  taper.pt3dadd(30, 40, 0, 4);
  taper.pt3dadd(30, 40, 60, 1);
  const tapered = [...taper].map((seg) => seg.diam);
  taper(0.5).diam = 3;
  return {
    "before and after": [before, section(0.5).diam],
    L: [section.L, taper.L],
    taper: tapered,
    "taper after": [...taper].map((seg) => seg.diam),
    area: [...taper.allseg()].map((seg) => seg.area()),
    volume: [...taper].map((seg) => seg.volume()),
  };
}
