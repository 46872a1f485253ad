export const title = "a run of 1 s in pieces, with progress";
export const count = 1000;
export const whole = true;
export const alone = true;
/** The part that the pieces and the reports may cost. */
export const plainLimit = 1.03;

function cell(h) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  return h.Vector().record(soma(0.5)._ref_v);
}

function check(recorder, count) {
  if (recorder.size() !== 40 * count + 1) throw new Error(`${recorder.size()} samples`);
}

export function prepare(p) {
  const recorder = cell(p);
  return async (count) => {
    let reports = 0;
    await p.simulate(count, { progress: true, onProgress: () => reports++ });
    check(recorder, count);
  };
}

/** The run in one go. */
export function plain(h) {
  const recorder = cell(h);
  return (count) => {
    h.finitialize(-65);
    h.continuerun(count);
    check(recorder, count);
  };
}
