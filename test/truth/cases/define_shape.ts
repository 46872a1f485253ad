// define_shape makes 3-D points for sections that have none; points are inserted, changed, removed.
function points(secs: any[]) {
  return secs.flatMap((sec) =>
    Array.from({ length: sec.n3d() }, (_, i) => [sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)]).flat(),
  );
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 20;
  const dends = [0, 1, 2, 3, 4].map((i) => h.Section({ name: `dend${i}` }));
  for (const [i, dend] of dends.entries()) {
    [dend.L, dend.diam, dend.nseg] = [50 + 10 * i, 2, 1 + 2 * i];
    dend.connect(i < 3 ? soma(1) : dends[i - 3](i === 3 ? 1 : 0.4));
  }
  const counts = [...h.allsec()].map((sec) => sec.n3d());
  h.define_shape();
  const secs = [soma, ...dends];
  const traces: any = { counts: [...counts, ...secs.map((sec) => sec.n3d())], defined: points(secs) };
  const edited = h.Section({ name: "edited" });
  edited.pt3dadd(0, 0, 0, 1);
  edited.pt3dadd(30, 0, 0, 1);
  edited.pt3dinsert(1, 10, 5, 0, 2);
  edited.pt3dadd(40, 0, 10, 3);
  edited.pt3dchange(0, -5, 1, 1, 1.5);
  edited.pt3dchange(2, 0.8);
  traces.edited = points([edited]);
  edited.pt3dremove(1);
  traces.removed = [...points([edited]), edited.n3d(), edited.L];
  edited.pt3dclear();
  traces.cleared = [edited.n3d(), edited.L, edited.diam];
  edited.pt3dadd(0, 0, 0, 2);
  edited.pt3dadd(20, 5, 0, 1);
  h.pt3dconst(1, { sec: edited });
  traces.styles = [h.pt3dstyle({ sec: soma }), h.pt3dconst(1, { sec: edited }), edited.pt3dstyle()];
  try {
    edited.L = 100; // Python keeps the length without a word; here it says so
    traces.accepted = [1];
  } catch {}
  traces.constant = [edited.L, ...points([edited])];
  return traces;
}
