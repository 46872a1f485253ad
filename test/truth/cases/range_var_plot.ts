// RangeVarPlot along a path: a variable by name, a function of x, into Vectors.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const secs = [0, 1, 2, 3].map((i) => h.Section({ name: `s${i}` }));
  for (const [i, sec] of secs.entries()) {
    [sec.L, sec.diam, sec.nseg] = [40 + 10 * i, 2, 3 + 2 * i];
    sec.insert("hh");
  }
  secs[1].connect(secs[0](1));
  secs[2].connect(secs[1](1));
  secs[3].connect(secs[1](0.5));
  const clamp = h.IClamp(secs[0](0));
  [clamp.delay, clamp.dur, clamp.amp] = [0.5, 5, 0.3];
  h.finitialize(-65);
  h.continuerun(3);
  const voltage = h.RangeVarPlot("v", secs[0](0), secs[2](1));
  const [y, x] = [h.Vector(), h.Vector()];
  voltage.to_vector(y, x);
  const back = h.RangeVarPlot("m_hh");
  back.begin(secs[3](1));
  back.end(secs[0](0));
  back.origin(20);
  const [m, at] = [h.Vector(), h.Vector()];
  back.to_vector(m, at);
  const path = h.SectionList();
  voltage.list(path);
  const called: number[] = [];

  const sodium = (x: number) => {
    called.push(x);
    return h.cas()(x).gnabar_hh * h.cas()(x).m_hh;
  };

  const made = h.RangeVarPlot(sodium, secs[0](0), secs[3](1));
  const [g, places] = [h.Vector(), h.Vector()];
  made.to_vector(g, places);
  voltage.from_vector(y.c().mul(0.5));
  return {
    y,
    x,
    m,
    at,
    ends: [voltage.left(), voltage.right(), back.left(), back.right()],
    path: [...path].map((sec) => sec.name()),
    g,
    places,
    halved: [...secs[2]].map((seg) => seg.v),
  };
}
