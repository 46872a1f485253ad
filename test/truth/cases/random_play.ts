// A random current and values gathered and scattered by a PtrVector (NEURON's test_zptrlist.py).
export function run(h: any) {
  const sec = h.Section({ name: "s" });
  [sec.L, sec.diam] = [10, 10];
  const clamp = h.IClamp(sec(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [0, 10, 0];
  const random = h.Random();
  random.Random123(1, 0, 0);
  random.uniform(0, 0.001);
  random.play(clamp._ref_amp);
  const v = h.Vector().record(sec(0.5)._ref_v);
  h.dt = 0.025;
  h.finitialize(0);
  for (let i = 0; i < 40; i++) {
    h.fadvance();
  }
  const pointers = h.PtrVector(4);
  for (const [i, x] of [0, 0.5, 1].entries()) {
    pointers.pset(i, sec(x)._ref_v);
  }
  pointers.pset(3, clamp._ref_amp);
  const gathered = h.Vector(4);
  pointers.gather(gathered);
  pointers.scatter(h.Vector([-1, -2, -3, 0.5]));
  pointers.setval(1, -20);
  return {
    v,
    gathered,
    scattered: [sec(0).v, sec(0.5).v, sec(1).v, clamp.amp],
    read: [0, 1, 2, 3].map((i) => pointers.getval(i)),
    size: [pointers.size()],
    label: pointers.label("mine"),
  };
}
