// Values between ranks: serialised, and carried by NEURON's own exchange of Vectors. What fails on one rank fails on
// all, and none waits for a message that never comes.
import { deserialize, serialize } from "node:v8";
import { described } from "../core/arguments.js";
import { ArgumentRangeError, BroadcastError } from "../core/errors.js";
import { isHocObject } from "../hoc/object.js";
import { Pointer, Ref } from "../hoc/pointer.js";
import { ranks } from "../hoc/ranks.js";
import { isSection } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { VectorObject } from "../hoc/vector.js";
import { newVector } from "./record.js";
import { anywhere, pc } from "./together.js";

const isNeuron = (value: unknown): boolean =>
  isHocObject(value) ||
  isSection(value) ||
  value instanceof Segment ||
  value instanceof Pointer ||
  value instanceof Ref;

/** The first thing of NEURON's inside a value. */
function neuronIn(value: unknown, seen = new Set<unknown>()): unknown {
  if (isNeuron(value)) return value;
  if (typeof value !== "object" || value === null || seen.has(value)) return undefined;
  seen.add(value);
  const parts =
    value instanceof Map
      ? [...value.keys(), ...value.values()]
      : value instanceof Set
        ? [...value]
        : ArrayBuffer.isView(value)
          ? []
          : Object.values(value);
  for (const part of parts) {
    const found = neuronIn(part, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Packed {
  readonly bytes: Float64Array;
  readonly why: string | undefined;
}

/** A value as doubles: its length in bytes, then the bytes. A Vector travels as its numbers, and arrives as a Vector. */
function pack(value: unknown): Packed {
  try {
    const isVector = value instanceof VectorObject;
    if (!isVector) {
      const inside = neuronIn(value);
      if (inside !== undefined)
        return { bytes: new Float64Array(0), why: `${String(inside)} belongs to this process: make it on each rank.` };
    }
    const data = serialize(isVector ? { vector: value.toArray() } : { value });
    const bytes = new Float64Array(1 + Math.ceil(data.length / 8));
    bytes[0] = data.length;
    new Uint8Array(bytes.buffer, 8).set(data);
    return { bytes, why: undefined };
  } catch (error) {
    return { bytes: new Float64Array(0), why: `${described(value)}: ${(error as Error).message}` };
  }
}

function unpack(bytes: Float64Array): unknown {
  const length = bytes[0] as number;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset + 8, length);
  const message = deserialize(data) as { value?: unknown; vector?: Float64Array };
  return message.vector === undefined ? message.value : newVector(message.vector);
}

/** All ranks learn whether any of them has failed, and all of them throw. */
function agree(what: string, why: string | undefined): void {
  if (!anywhere(why !== undefined)) return;
  throw new BroadcastError(
    why === undefined ? `${what}: another rank could not send its value; its error says why.` : `${what}: ${why}`,
  );
}

/** A root that is none is the same mistake on every rank. */
function checkRoot(what: string, root: unknown): number {
  const [count] = ranks();
  const fits = typeof root === "number" && Number.isInteger(root) && root >= 0 && root < count;
  if (anywhere(!fits))
    throw new ArgumentRangeError(
      `${what}: root: expected a rank from 0 to ${count - 1}, got ${described(root)}${fits ? " (on another rank)" : ""}.`,
    );
  return root as number;
}

/** One message to each rank, one from each. */
function exchange(outgoing: readonly Float64Array[]): Float64Array[] {
  const [count] = ranks();
  const sizes = newVector(outgoing.map((message) => message.length));
  const all = new Float64Array(outgoing.reduce((sum, message) => sum + message.length, 0));
  let at = 0;
  for (const message of outgoing) {
    all.set(message, at);
    at += message.length;
  }
  const incomingSizes = newVector();
  pc().alltoall(sizes, newVector(Array<number>(count).fill(1)), incomingSizes);
  const incoming = newVector();
  pc().alltoall(newVector(all), sizes, incoming);
  const received = incoming.toArray();
  const parts: Float64Array[] = [];
  let from = 0;
  for (const size of incomingSizes) {
    parts.push(received.slice(from, from + size));
    from += size;
  }
  return parts;
}

const none = new Float64Array(0);

export function broadcast(value: unknown, root: unknown): unknown {
  const [count, own] = ranks();
  const from = checkRoot("broadcast", root);
  const message = own === from ? pack(value) : { bytes: none, why: undefined };
  agree("broadcast", message.why);
  if (count === 1) return value instanceof VectorObject ? value : unpack(message.bytes);
  const parts = exchange(Array.from({ length: count }, () => (own === from ? message.bytes : none)));
  if (own === from) return value;
  const result = unpack(parts[from] as Float64Array);
  // A Vector that was given is filled, as NEURON fills it.
  if (value instanceof VectorObject && result instanceof VectorObject) return value.from_python(result.toArray());
  return result;
}

export function allgather(value: unknown): unknown[] {
  const [count] = ranks();
  const message = pack(value);
  agree("allgather", message.why);
  if (count === 1) return [unpack(message.bytes)];
  return exchange(Array.from({ length: count }, () => message.bytes)).map(unpack);
}

export function gather(value: unknown, root: unknown): unknown[] | null {
  const [count, own] = ranks();
  const to = checkRoot("gather", root);
  const message = pack(value);
  agree("gather", message.why);
  if (count === 1) return [unpack(message.bytes)];
  const parts = exchange(Array.from({ length: count }, (_, rank) => (rank === to ? message.bytes : none)));
  return own === to ? parts.map(unpack) : null;
}

export function scatter(values: readonly unknown[] | null, root: unknown): unknown {
  const [count, own] = ranks();
  const from = checkRoot("scatter", root);
  const messages =
    own === from ? packEach(values, count) : { list: Array<Float64Array>(count).fill(none), why: undefined };
  agree("scatter", messages.why);
  if (count === 1) return unpack(messages.list[0] as Float64Array);
  return unpack(exchange(messages.list)[from] as Float64Array);
}

export function alltoall(values: readonly unknown[]): unknown[] {
  const [count] = ranks();
  const messages = packEach(values, count);
  agree("alltoall", messages.why);
  if (count === 1) return messages.list.map(unpack);
  return exchange(messages.list).map(unpack);
}

function packEach(values: unknown, count: number): { list: Float64Array[]; why: string | undefined } {
  if (!Array.isArray(values) || values.length !== count)
    return {
      list: [],
      why: `expected an array of ${count} values, one for each rank, got ${Array.isArray(values) ? values.length : described(values)}.`,
    };
  const packed = values.map(pack);
  return { list: packed.map(({ bytes }) => bytes), why: packed.find(({ why }) => why !== undefined)?.why };
}
