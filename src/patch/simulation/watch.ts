// Who looks on while simulations run in pieces: the live page. It hears of each piece, and may let the next one wait.

export interface Watcher {
  /** A run begins; it is initialised after this, unless it goes on from where the model is. */
  begins(isReset: boolean, stop: number): void;
  /** How long a piece may take, s: shorter for someone who wants to see something move. */
  pieceLength(): number;
  /** How much model time a piece may make, ms; at least a step is made. */
  pieceTime(): number;
  /** After each piece; the next one waits for what it returns. */
  moved(): void | Promise<void>;
  /** The run is over, whatever ended it. */
  ended(): void;
}

/** Without anyone who looks on, s. */
const usual = 0.05;
const watchers = new Set<Watcher>();

/** Adds one; the function that is returned takes it away again. */
export function watchPieces(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function begins(isReset: boolean, stop: number): void {
  for (const watcher of watchers) watcher.begins(isReset, stop);
}

export function pieceLength(): number {
  let length = usual;
  for (const watcher of watchers) length = Math.min(length, watcher.pieceLength());
  return length;
}

export function pieceTime(): number {
  let time = Number.POSITIVE_INFINITY;
  for (const watcher of watchers) time = Math.min(time, watcher.pieceTime());
  return time;
}

/** Nothing when the next piece need not wait for anybody. */
export function moved(): Promise<unknown> | undefined {
  const waits = [...watchers].flatMap((watcher) => watcher.moved() ?? []);
  return waits.length === 0 ? undefined : Promise.all(waits);
}

export function ended(): void {
  for (const watcher of watchers) watcher.ended();
}
