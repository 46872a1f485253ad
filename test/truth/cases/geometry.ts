// Area, axial resistance, volume and path distance of every segment, from lengths and from 3-D points.
export function run(h: any) {
  const soma = h.Section({ name: "soma" });
  [soma.L, soma.diam, soma.nseg] = [20, 14, 3];
  const trunk = h.Section({ name: "trunk" });
  for (const [x, y, z, d] of [
    [0, 0, 0, 5],
    [10, 5, 0, 4],
    [25, 5, 12, 4.5],
    [25, 60, 12, 1.5],
    [40, 80, -3, 0.7],
  ]) {
    trunk.pt3dadd(x, y, z, d);
  }
  trunk.nseg = 9;
  trunk.connect(soma(1));
  const branch = h.Section({ name: "branch" });
  [branch.L, branch.nseg] = [120, 4];
  for (const seg of branch) {
    seg.diam = 3 - 2 * seg.x;
  }
  branch.connect(trunk(0.62), 1);
  [branch.Ra, branch.rallbranch] = [150, 2];
  const traces: any = {};
  for (const sec of [soma, trunk, branch]) {
    const segments: any[] = [...sec.allseg()];
    traces[`area ${sec.name()}`] = segments.map((seg) => seg.area());
    traces[`ri ${sec.name()}`] = segments.map((seg) => seg.ri());
    traces[`volume ${sec.name()}`] = segments.map((seg) => seg.volume());
    traces[`diam ${sec.name()}`] = [...sec].map((seg) => seg.diam);
    h.distance(0, soma(0.5));
    traces[`distance ${sec.name()}`] = segments.map((seg) => h.distance(seg));
    traces[`old distance ${sec.name()}`] = segments.map((seg) => h.distance(seg.x, { sec }));
    traces[`old area ${sec.name()}`] = segments.map((seg) => h.area(seg.x, { sec }));
    traces[`old ri ${sec.name()}`] = segments.map((seg) => h.ri(seg.x, { sec }));
  }
  const points = Array.from({ length: trunk.n3d() }, (_, i) => i);
  traces.between = [
    h.distance(branch(0), trunk(1)),
    h.distance(soma(0), soma(1)),
    h.distance(branch(0.1), branch(0.9)),
  ];
  traces.points = points.flatMap((i) => [trunk.x3d(i), trunk.y3d(i), trunk.z3d(i), trunk.diam3d(i), trunk.arc3d(i)]);
  traces.lengths = [soma, trunk, branch].map((sec) => sec.L);
  trunk.L = 200;
  traces.stretched = points.flatMap((i) => [trunk.x3d(i), trunk.y3d(i), trunk.z3d(i), trunk.arc3d(i)]);
  trunk.nseg = 4;
  traces.fewer = [...trunk.allseg()].flatMap((seg) => [seg.x, seg.area(), seg.ri()]);
  traces.connections = [h.parent_connection({ sec: branch }), h.section_orientation({ sec: branch })];
  return traces;
}
