// The order of nodes under pc.optimize_node_order, with one thread and two (NEURON's test_optim_node_order.py).
export function run(h: any) {
  const pc = h.ParallelContext();
  const cells: any[] = [];
  const kept: any[] = [];
  for (const i of [1, 2, 3]) {
    const cell = h.Section({ name: `d${i}` });
    cell.nseg = i;
    for (const [k, seg] of [...cell.allseg()].entries()) {
      seg.v = k + 10 * i;
    }
    pc.set_gid2node(i, pc.id());
    pc.cell(i, h.NetCon(cell(1)._ref_v, null, { sec: cell }));
    kept.push(...[0, 1, 2].map(() => h.ExpSyn(cell(0))));
    cells.push(cell);
  }
  const traces: any = {};
  for (const threads of [1, 2]) {
    pc.nthread(threads);
    for (const order of [0, 1, 2]) {
      pc.optimize_node_order(order);
      h.finitialize();
      const indices = cells.flatMap((cell) => [...cell.allseg()].map((seg) => seg.node_index()));
      const values = cells.flatMap((cell) => [...cell.allseg()].map((seg) => seg.v));
      traces[`${threads} ${order}`] = [pc.optimize_node_order(), ...indices, ...values];
    }
  }
  return traces;
}
