// One, two and three extracellular layers of which only the last matters agree (NEURON's test_nlayer.py).
function model(h: any, layers: number) {
  h.nlayer_extracellular(layers);
  const cables = [0, 1, 2, 3].map((i) => h.Section({ name: `cable${i}` }));
  cables[1].connect(cables[0](1));
  cables[2].connect(cables[1](1));
  cables[3].connect(cables[0](0));
  for (const sec of cables) {
    [sec.nseg, sec.L, sec.diam] = [3, 100, 1];
    sec.insert("hh");
    sec.insert("extracellular");
    for (let i = 0; i < layers; i++) {
      sec.xg[i] = 1e7;
      sec.xraxial[i] = 1e14;
    }
    sec.xg[layers - 1] = 0.001;
  }
  cables[3](1).e_extracellular = -20;
  return cables;
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  const traces: any = {};
  for (const layers of [1, 2, 3]) {
    const cables = model(h, layers);
    const v = h.Vector().record(cables[2](0.5)._ref_v);
    h.finitialize(-65);
    h.continuerun(10);
    const segments = cables.flatMap((sec) => [...sec.allseg()]);
    traces[`v ${layers}`] = v;
    traces[`final ${layers}`] = segments.map((seg) => seg.v);
    traces[`vext ${layers}`] = segments.map((seg) => seg.vext[0]);
    for (const sec of cables) {
      h.delete_section({ sec });
    }
  }
  return traces;
}
