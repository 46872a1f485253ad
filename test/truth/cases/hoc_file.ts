// A model in a HOC file, loaded once, run and asked from outside.
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../../../../test/truth/data/", import.meta.url));

export function run(h: any) {
  const loaded = [h.load_file(`${DATA}clamp.hoc`), h.load_file(`${DATA}clamp.hoc`)];
  const traces: any = { loaded };
  for (const level of [-20, 10]) {
    traces[`sum ${level}`] = h.clampAndRelease(level);
    traces[`v ${level}`] = h.vec[0].c();
    traces[`i ${level}`] = h.vec[1].c();
  }
  h.hold = 4;
  traces.longer = [h.clampAndRelease(0), h.hold, h.strength, h.tstop, h.t, h.a.L, h.a(0.5).v];
  traces.counts = h.counts;
  h.strength = -40;
  h("hold += strength / 40");
  traces["through text"] = [
    h.hold,
    h.name_declared("strength"),
    h.name_declared("nobody"),
    h.name_declared("a"),
    h.name_declared("vec"),
  ];
  traces.called = [h.execute("strength = 3"), h.execute1("no such thing", 0), h.strength];
  return traces;
}
