// What was taken out of a model that had been initialised: events for it may be on their way, and NEURON would deliver
// them to where it was.
import { SimulationError } from "../core/errors.js";
import { type HocObject, infoOf } from "./object.js";
import { receivesEvents } from "./receives.js";

let isInitialised = false;
let gone: string | undefined;
/** How often the simulation has been, or may have been, initialised. */
let initialisations = 0;

/** Whether the simulation was ever initialised by a call that was seen from here. */
export function hasInitialised(): boolean {
  return isInitialised;
}

/** Called at each initialisation, which takes all events out of the queue. */
export function initialised(): void {
  isInitialised = true;
  initialisations++;
  gone = undefined;
}

/** The model is another one from here on. */
export function uninitialised(): void {
  isInitialised = false;
}

/** HOC's own code may have initialised. */
export function mayHaveInitialised(): void {
  initialisations++;
  gone = undefined;
}

/** Tells two initialisations apart: what began after the last one awaits no event yet. */
export function lastInitialisation(): number {
  return initialisations;
}

/** The name of an object to which events may be on their way, while it still has one. */
export function addressee(object: HocObject): string | undefined {
  if (!isInitialised || gone !== undefined) return undefined;
  const { name, isPointProcess } = infoOf(object);
  return name === "NetCon" || (isPointProcess && receivesEvents(name)) ? String(object) : undefined;
}

/** It is out of the model. */
export function noteGone(name: string): void {
  gone ??= name;
}

/** Before the simulation goes on. */
export function refuseStale(what: string): void {
  if (gone === undefined) return;
  throw new SimulationError(
    `${what} cannot go on: ${gone} was taken out of the model, and events for it may be on their way. Initialise first.`,
  );
}
