// The report of a section, psection(), laid flat: the paths of its numbers, the numbers, and what is no number.
interface Report {
  paths: string[];
  numbers: number[];
  texts: string[];
}

function flat(value: any, path: string, report: Report) {
  if (typeof value === "number") {
    report.paths.push(path);
    report.numbers.push(value);
  } else if (value instanceof Set) {
    report.texts.push(
      ...[...value]
        .map(String)
        .sort()
        .map((name) => `${path} has ${name}`),
    );
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      flat(item, `${path}/${i}`, report);
    }
  } else if (Object.getPrototypeOf(value ?? 0) === Object.prototype) {
    for (const key of Object.keys(value).sort()) {
      flat(value[key], `${path}/${key}`, report);
    }
  } else {
    report.texts.push(`${path} is ${value ?? "nothing"}`);
  }
}

export function run(h: any) {
  const soma = h.Section({ name: "soma" });
  soma.nseg = 3;
  soma.pt3dadd(0, 0, 0, 10);
  soma.pt3dadd(20, 0, 0, 8);
  soma.insert("hh");
  soma.insert("pas");
  const dend = h.Section({ name: "dend" });
  [dend.L, dend.diam] = [50, 2];
  dend.connect(soma(1));
  const clamps = [h.IClamp(soma(0.5)), h.IClamp(soma(1))];
  const synapse = h.ExpSyn(dend(0.5));
  h.finitialize(-65);
  const traces: any = { kept: [clamps[0].hname(), synapse.hname()] };
  for (const sec of [soma, dend]) {
    const report: Report = { paths: [], numbers: [], texts: [] };
    const { hoc_internal_name, ...facts } = sec.psection(); // an address
    flat(facts, "", report);
    for (const [kind, trace] of Object.entries(report)) {
      traces[`${sec.name()} ${kind}`] = trace;
    }
  }
  return traces;
}
