// Import3d reads SWC: somas of one, two, three and many points, of several sections, and none at all.
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../../../../test/truth/data/", import.meta.url));

function describe(h: any): [string[], number[]] {
  const lines: string[] = [];
  const numbers: number[] = [];
  for (const sec of h.allsec()) {
    const parent = sec.parentseg();
    lines.push(`${sec.name()} < ${parent ? parent.sec.name() : "-"}`);
    numbers.push(sec.L, sec.n3d(), parent ? parent.x : -1, sec.pt3dstyle());
    if (sec.pt3dstyle()) {
      const place = [0, 1, 2].map(() => h.ref(0));
      h.pt3dstyle(1, ...place, { sec });
      numbers.push(...place.map((p) => p[0]));
    }
    for (let i = 0; i < sec.n3d(); i++) {
      numbers.push(sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i));
    }
  }
  return [lines, numbers];
}

export function run(h: any) {
  h.load_file("import3d.hoc");
  const traces: any = {};
  for (const name of ["one_point_soma", "three_point_soma", "contour_soma", "no_soma", "soma_only", "many_types"]) {
    const swc = h.Import3d_SWC_read();
    swc.input(`${DATA}${name}.swc`);
    const importer = h.Import3d_GUI(swc, 0);
    importer.instantiate(null);
    [traces[`${name} tree`], traces[`${name} points`]] = describe(h);
    for (const sec of h.allsec()) {
      h.delete_section({ sec });
    }
  }
  return traces;
}
