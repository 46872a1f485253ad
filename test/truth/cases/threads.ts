// Two threads and four: cells that do not talk give the numbers of one thread, and the partition is as asked.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const clamps: any[] = [];
  const v: any[] = [];
  for (let i = 0; i < 6; i++) {
    const cell = h.Section({ name: `cell${i}` });
    [cell.L, cell.diam, cell.nseg] = [30 + 20 * i, 5, 3];
    cell.insert("hh");
    const clamp = h.IClamp(cell(0.1));
    [clamp.delay, clamp.dur, clamp.amp] = [1 + 0.5 * i, 2, 0.3 + 0.1 * i];
    cells.push(cell);
    clamps.push(clamp);
    v.push(h.Vector().record(cell(0.9)._ref_v));
  }
  const traces: any = {};

  const look = (name: string, threads: number) => {
    h.finitialize(-65);
    h.continuerun(8);
    for (let i = 0; i < 6; i++) {
      traces[`v ${name} ${i}`] = v[i].c();
    }
    const parts = Array.from({ length: threads }, (_, k) => [...pc.get_partition(k)]);
    traces[`partition ${name}`] = parts.flat().map((sec) => sec.name());
    traces[`threads ${name}`] = [pc.nthread(), pc.id(), pc.nhost()];
  };

  look("one", 1);
  pc.nthread(2);
  look("two", 2);
  const own = h.SectionList();
  const rest = h.SectionList();
  for (const [i, cell] of cells.entries()) {
    (i === 5 ? own : rest).append(cell);
  }
  pc.partition(0, rest);
  pc.partition(1, own);
  look("own", 2);
  pc.partition();
  pc.nthread(4);
  look("four", 4);
  pc.nthread(1);
  look("one again", 1);
  return traces;
}
