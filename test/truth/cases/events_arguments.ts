// Callables with arguments, as pairs: in handlers, events, recorded NetCons, and at every scatter and gather.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 12;
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 20, 0.2];
  const seen = h.Vector();
  const order: string[] = [];

  const tell = (name: string, number: number) => {
    order.push(name);
    seen.append(h.t, number, soma(0.5).v);
  };

  const one = (name: string) => tell(name, 0);

  const handlers = [
    h.FInitializeHandler(0, [tell, ["first", 1]]),
    h.FInitializeHandler([one, "only"]),
    h.FInitializeHandler(2, [one, ["pair"]]),
  ];
  const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
  detector.record([tell, ["spike", 2]]);
  const cvode = h.CVode();
  const gathered = h.Vector();

  const gather = () => {
    gathered.append(h.t);
  };

  cvode.extra_scatter_gather(0, gather);

  const chain = (left: number, name: string) => {
    tell(name, left);
    if (left) {
      cvode.event(h.t + 0.75, [chain, [left - 1, name]]);
    }
  };

  const start = () => {
    cvode.event(2, [chain, [3, "chain"]]);
    cvode.event(4, [one, "late"]);
  };

  handlers.push(h.FInitializeHandler(start));
  const v = h.Vector().record(soma(0.5)._ref_v);
  h.finitialize(-65);
  h.continuerun(15);
  const count = gathered.length;
  cvode.extra_scatter_gather_remove(gather);
  h.finitialize(-65);
  h.continuerun(1);
  return { order, seen, v, gathered, counts: [count, gathered.length, handlers.length] };
}
