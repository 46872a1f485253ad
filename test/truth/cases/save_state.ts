// SaveState: a run cut in the middle goes on exactly as if it had not been, from memory and from a file.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 15;
  soma.insert("hh");
  const dend = h.Section({ name: "dend" });
  [dend.L, dend.diam, dend.nseg] = [150, 1.5, 5];
  dend.connect(soma(1));
  dend.insert("pas");
  const stim = h.NetStim();
  [stim.interval, stim.number, stim.start] = [3, 6, 1];
  const synapse = h.Exp2Syn(dend(0.7));
  [synapse.tau1, synapse.tau2] = [0.3, 2];
  const netcon = h.NetCon(stim, synapse, 0, 1.7, 0.02);
  const v = h.Vector().record(soma(0.5)._ref_v);
  const g = h.Vector().record(synapse._ref_g);
  const saved = h.SaveState();
  h.finitialize(-65);
  h.continuerun(8);
  saved.save();
  const f = h.File();
  f.wopen("state.bin");
  saved.fwrite(f);
  h.continuerun(16);
  const traces: any = { "whole v": v.c(), "whole g": g.c() };

  h.finitialize(-65);
  saved.restore();
  traces["at restore"] = [h.t, soma(0.5).v, soma(0.5).m_hh, synapse.g, netcon.delay];
  h.continuerun(16);
  traces["second half"] = v.c();

  const other = h.SaveState();
  f.ropen("state.bin");
  other.fread(f);
  f.close();
  const handler = h.FInitializeHandler(1, () => other.restore());
  h.finitialize(-65);
  h.continuerun(16);
  traces["from file"] = v.c();
  traces.handler = handler !== null;
  return traces;
}
