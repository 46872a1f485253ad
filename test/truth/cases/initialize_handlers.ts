// FInitializeHandlers of all four types, in their order, as functions, statements and statements in an object.
export function run(h: any) {
  h.load_file("stdrun.hoc");
  const soma = h.Section({ name: "soma" });
  soma.L = soma.diam = 10;
  soma.insert("hh");
  const order: string[] = [];
  const seen = h.Vector();

  const handler = (name: string, act?: () => void) => () => {
    order.push(name);
    seen.append(soma(0.5).v, soma(0.5).m_hh, h.t);
    act?.();
  };

  const depolarise = () => {
    soma(0.5).v = -50;
  };

  const start = () => {
    soma(0.5).m_hh = 0.5;
  };

  h(
    "begintemplate Counter\npublic count, add\nproc init() { count = 0 }\nproc add() { count += $1 }\nendtemplate Counter",
  );
  const counter = h.Counter();
  h("calls = 0");
  const handlers = [
    h.FInitializeHandler(2, handler("last")),
    h.FInitializeHandler(handler("default", start)),
    h.FInitializeHandler(0, handler("before", depolarise)),
    h.FInitializeHandler(1, handler("after")),
    h.FInitializeHandler(3, handler("first of all")),
    h.FInitializeHandler("calls += 1"),
    h.FInitializeHandler(1, "add(3)", counter),
  ];
  const v = h.Vector().record(soma(0.5)._ref_v);
  const m = h.Vector().record(soma(0.5)._ref_m_hh);
  h.finitialize(-65);
  h.continuerun(3);
  const traces: any = { order: [...order], v: v.c(), m: m.c(), counts: [h.calls, counter.count] };
  handlers.splice(2, 1)[0].dispose();
  const first = h.List("FInitializeHandler").count();
  h.finitialize(-65);
  traces.again = order.slice(traces.order.length);
  traces.seen = seen;
  traces.handlers = [first, h.calls, counter.count, soma(0.5).v];
  return traces;
}
