// What a NetCon knows and does: ends, weights, lists, many recorded in one Vector, switched and moved while running.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const dend = h.Section({ name: "dend" });
  [dend.L, dend.diam, dend.nseg] = [100, 1, 3];
  dend.connect(soma(1));
  dend.insert("pas");
  const synapses = [h.ExpSyn(dend(0.5)), h.Exp2Syn(dend(0.9)), h.IntFire2()];
  const stims = [h.NetStim(), h.NetStim()];
  for (const [i, stim] of stims.entries()) {
    [stim.interval, stim.number, stim.start] = [4 + i, 6, 1 + i];
  }
  const netcons = [
    h.NetCon(stims[0], synapses[0]),
    h.NetCon(stims[1], synapses[1], 0, 2, 0.005),
    h.NetCon(stims[0], synapses[2], 0, 1, 0.3),
  ];
  const fromSoma = h.NetCon(soma(0.5)._ref_v, synapses[1], -20, 3, 0.002, { sec: soma });
  netcons.push(fromSoma);
  netcons[0].weight[0] = 0.02;
  netcons[0].delay = 1.5;
  const [times, which] = [h.Vector(), h.Vector()];
  for (const [i, netcon] of netcons.entries()) {
    netcon.record(times, which, i + 1);
  }
  const traces: any = {
    facts: netcons.flatMap((nc) => [
      nc.delay,
      nc.threshold,
      nc.weight[0],
      nc.wcnt(),
      nc.active(),
      nc.valid(),
      nc.srcgid(),
    ]),
    ends: [
      fromSoma.preseg().x,
      fromSoma.preseg().sec.name() === "soma",
      netcons[0].postseg().x,
      netcons[1].postseg().sec.name() === "dend",
    ],
    names: [...netcons.map((nc) => nc.syn().hname()), ...netcons.slice(0, 3).map((nc) => nc.pre().hname())],
    lists: [
      h.List("NetCon").count(),
      h.cvode.netconlist(stims[0], "", "").count(),
      h.cvode.netconlist("", "", synapses[1]).count(),
    ],
    "source lists": [netcons[0].prelist().count(), netcons[0].synlist().count(), fromSoma.precelllist().count()],
  };
  const v = h.Vector().record(soma(0.5)._ref_v);
  const g = h.Vector().record(synapses[1]._ref_g);

  const switchOff = () => {
    netcons[0].active(0);
    netcons[1].delay = 0.5;
    netcons[1].weight[0] = 0.01;
    h.cvode.event(14, () => netcons[0].active(1));
  };

  const move = () => {
    netcons[2].setpost(synapses[0]);
    netcons[2].weight[0] = 0.01;
  };

  const start = () => {
    h.cvode.event(7, switchOff);
    h.cvode.event(9, move);
  };

  const handler = h.FInitializeHandler(start);
  h.finitialize(-65);
  h.continuerun(30);
  Object.assign(traces, { times, which, v, g });
  traces.after = [netcons[2].syn().hname(), netcons[1].syn().hname()];
  traces.threshold = [fromSoma.x, netcons[0].active(), handler !== null];
  return traces;
}
