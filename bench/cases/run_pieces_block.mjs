// The loop must not stand still for more than 100 ms while a model runs whose steps are short.
import { monitorEventLoopDelay } from "node:perf_hooks";

export const title = "the longest stop of the event loop in it";
export const count = 2000;
export const whole = true;
export const alone = true;

export function prepare(h) {
  const soma = h.Section({ name: "soma" });
  soma.insert("hh");
  return async (count) => {
    const { p } = await import("../../dist/bundle/index.js");
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    await p.simulate(count);
    delays.disable();
    return delays.max / 1e9;
  };
}
