// The thread of a page's server, as `apart.ts` starts it: it knows of no model, and passes on what is said.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { WebSocket } from "ws";
import { type FromServer, type Started, sizeOf, type ToServer } from "./apart.js";
import { PageServer } from "./server.js";

const { port, channel } = workerData as { port: number; channel: MessagePort };
const sockets = new Map<number, WebSocket>();
let count = 0;

const say = (message: FromServer): void => channel.postMessage(message);
const start = (message: Started): void => parentPort?.postMessage(message);

const server = new PageServer((socket) => {
  const id = count++;
  sockets.set(id, socket);
  socket.on("message", (data, isBinary) => say({ type: "message", id, text: isBinary ? "" : String(data), isBinary }));
  socket.on("close", () => {
    sockets.delete(id);
    say({ type: "closed", id });
  });
  say({ type: "opened", id });
});

channel.on("message", (message: ToServer) => {
  if (message.type === "end") {
    channel.close();
    void server.close();
    return;
  }
  const socket = sockets.get(message.id);
  if (message.type === "send") {
    const taken = (): void => say({ type: "taken", id: message.id, bytes: sizeOf(message.data) });
    if (socket?.readyState === socket?.OPEN) socket?.send(message.data, taken);
    else taken();
  } else if (message.type === "close") socket?.close(message.code, message.reason);
  else socket?.terminate();
});

try {
  await server.listen(port);
  start({ url: server.url });
} catch (error) {
  const { message, code = "ERR_PATCH" } = error as Error & { code?: string };
  start({ message, code });
}
