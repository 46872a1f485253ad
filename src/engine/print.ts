// What NEURON prints: to the process's own streams, unless a listener takes it.

export type PrintStream = "stdout" | "stderr";
export type PrintListener = (text: string, stream: PrintStream) => void;

const listeners = new Set<PrintListener>();

let gathered: string[] | undefined;

/** Runs `action`; what NEURON writes to its error stream meanwhile comes back beside its result. */
export function gatherErrors<T>(action: () => T): [result: T, errors: string] {
  const before = gathered;
  const own: string[] = [];
  gathered = own;
  try {
    return [action(), own.join("")];
  } finally {
    gathered = before;
  }
}

/** Called by the addon with whole lines where it can. */
export function deliver(text: string, stream: number): void {
  const name: PrintStream = stream === 1 ? "stdout" : "stderr";
  if (gathered !== undefined && name === "stderr") {
    gathered.push(text);
    return;
  }
  if (listeners.size === 0) {
    process[name].write(text);
    return;
  }
  for (const listener of [...listeners]) listener(text, name);
}

/** Adds a listener; the function that is returned takes it away again. */
export function onPrint(listener: PrintListener): () => void {
  // The same function given twice is two listeners, each with its own end.
  const own: PrintListener = (text, stream) => listener(text, stream);
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
}
