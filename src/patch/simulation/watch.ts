// Who looks on while a simulation runs in pieces: the live page. It hears of each piece, and may let the next one wait.

export interface Watcher {
  /** How long a piece may take, s: shorter for someone who wants to see something move. */
  pieceLength(): number;
  /** After each piece; the next one waits for what it returns. */
  moved(): void | Promise<void>;
}

/** Without anyone who looks on, s. */
const usual = 0.05;
const watchers = new Set<Watcher>();

/** Adds one; the function that is returned takes it away again. */
export function watchPieces(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function pieceLength(): number {
  let length = usual;
  for (const watcher of watchers) length = Math.min(length, watcher.pieceLength());
  return length;
}

export async function watched(): Promise<void> {
  for (const watcher of watchers) await watcher.moved();
}
