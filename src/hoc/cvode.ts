// CVode: what it records lives as long as what is recorded, not as long as the process.
import { register } from "./classes.js";
import { HocObject, invokeNamed } from "./object.js";
import { standIn } from "./transfer.js";
import { recordedElsewhere, VectorObject } from "./vector.js";

class CVodeObject extends HocObject {
  /** Records values and their times or, with a fourth argument of 1, at the times that are given. */
  record(...args: unknown[]): unknown {
    const [pointer, values, times, isDiscrete] = args.map(standIn);
    const result = invokeNamed(this, "record", args);
    const isGiven = isDiscrete === 1;
    if (values instanceof VectorObject) recordedElsewhere(values, isGiven ? [pointer, times] : [pointer]);
    if (times instanceof VectorObject && !isGiven) recordedElsewhere(times, [pointer]);
    return result;
  }

  record_remove(...args: unknown[]): unknown {
    const vector = standIn(args[0]);
    const result = invokeNamed(this, "record_remove", args);
    if (vector instanceof VectorObject) vector.leave();
    return result;
  }
}
register("CVode", CVodeObject as new (...args: unknown[]) => HocObject);
