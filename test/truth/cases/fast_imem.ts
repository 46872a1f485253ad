// i_membrane_ of a random passive tree full of clamps and synapses (NEURON's test_fast_imem.py).
function tree(h: any, number: number, least: number): [any[], any[]] {
  const random = h.Random();
  random.Random123(number, 0, 0);
  const size = least + random.discunif(0, 4);
  const secs = Array.from({ length: size }, (_, i) => h.Section({ name: `cell${number}_d${i}` }));
  for (let i = 1; i < size; i++) {
    const parent = random.discunif(0, i - 1);
    secs[i].connect(secs[parent](parent === 0 ? 0.5 : 1));
  }
  for (const [i, sec] of secs.entries()) {
    sec.L = i === 0 ? 5 : 10;
    sec.diam = i === 0 ? 5 : 1;
    sec.insert("pas");
    sec.g_pas = 0.0001 * random.uniform(1, 1.1);
    sec.e_pas = -65 * random.uniform(1, 1.1);
  }
  const stim = h.NetStim();
  [stim.number, stim.start] = [1, 0];
  const kept = [stim];
  for (const sec of secs) {
    for (const seg of sec.allseg()) {
      const clamp = h.IClamp(seg);
      [clamp.delay, clamp.dur] = [0.1, 1];
      clamp.amp = 0.001 * random.uniform(1, 1.1);
      const synapse = h.ExpSyn(seg);
      synapse.e = -65 * random.uniform(1, 1.1);
      synapse.tau = random.uniform(0.1, 1);
      const netcon = h.NetCon(stim, synapse);
      netcon.delay = 0.2;
      netcon.weight[0] = 0.001 * random.uniform(1, 1.1);
      kept.push(clamp, synapse, netcon);
    }
  }
  return [secs, kept];
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  const [[first], [second]] = [tree(h, 0, 10), tree(h, 1, 10)];
  h.CVode().use_fast_imem(true);
  const random = h.Random();
  random.Random123(0, 1, 0);
  for (const sec of h.allsec()) {
    for (const seg of sec.allseg()) {
      seg.v = -65 + random.uniform(0, 5);
    }
  }
  h.finitialize();
  const [total, clamped] = [h.Vector(), h.Vector()];
  while (h.t < 1) {
    h.fadvance();
    total.append(sumMembrane(h));
    clamped.append(sumClamps(h));
  }
  const traces = {
    total,
    clamped,
    i_membrane_: first.slice(0, 4).flatMap((sec) => [...sec.allseg()].map((seg) => seg.i_membrane_)),
    count: [first.length, second.length],
  };
  const recorded = h.Vector().record(first[3](0.5)._ref_i_membrane_);
  h.finitialize(-65);
  h.continuerun(1);
  return { ...traces, recorded };
}

function sumMembrane(h: any) {
  let total = 0;
  for (const sec of h.allsec()) {
    for (const seg of [...sec.allseg()].slice(sec.parentseg() ? 1 : 0)) {
      total += seg.i_membrane_;
    }
  }
  return total;
}

function sumClamps(h: any) {
  let total = 0;
  for (const clamp of h.List("IClamp")) {
    total += clamp.i;
  }
  return total;
}
