// Axons with one extracellular layer and with two, stimulated from outside; the layers' fields are arrays.
function cable(h: any, layers: number) {
  h.nlayer_extracellular(layers);
  const axon = h.Section({ name: `axon${layers}` });
  [axon.L, axon.diam, axon.nseg] = [300, 1.5, 7];
  axon.insert("hh");
  axon.insert("extracellular");
  for (let i = 0; i < layers; i++) {
    axon.xraxial[i] = 200 + 100 * i;
    axon.xg[i] = 0.02 / (i + 1);
    axon.xc[i] = 0.1 * i;
  }
  axon(0.1).e_extracellular = -30;
  return axon;
}

export function run(h: any) {
  h.load_file("stdrun.hoc");
  const traces: any = { layers: [h.nlayer_extracellular()] };
  for (const layers of [1, 2]) {
    const axon = cable(h, layers);
    const clamp = h.IClamp(axon(0.9));
    [clamp.delay, clamp.dur, clamp.amp] = [1, 1, 0.3];
    const v = h.Vector().record(axon(0.5)._ref_v);
    const vext = Array.from({ length: layers }, (_, i) => h.Vector().record(axon(0.5)._ref_vext[i]));
    const im = h.Vector().record(axon(0.5)._ref_i_membrane);
    h.finitialize(-65);
    h.continuerun(8);
    traces[`v ${layers}`] = v;
    traces[`i_membrane ${layers}`] = im;
    for (let i = 0; i < layers; i++) {
      traces[`vext[${i}] of ${layers}`] = vext[i];
    }
    traces[`xg ${layers}`] = [...axon].flatMap((seg) => Array.from({ length: layers }, (_, i) => seg._ref_xg[i][0]));
    traces[`first layer ${layers}`] = [axon(0.5).vext[0], axon(0.5)._ref_xraxial[layers - 1][0]];
    h.delete_section({ sec: axon });
  }
  return traces;
}
