// The page's server in a thread of its own: it answers, and hears, while NEURON runs here and this thread's event loop stands still.
import { EventEmitter, once } from "node:events";
import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { PatchError } from "../core/errors.js";
import { packageRoot } from "../core/root.js";
import type { Socket } from "./page-link.js";

/** What that thread says of its sockets, each known by a number. */
export type FromServer =
  | { readonly type: "opened" | "closed"; readonly id: number }
  | { readonly type: "message"; readonly id: number; readonly text: string; readonly isBinary: boolean }
  | { readonly type: "taken"; readonly id: number; readonly bytes: number };

export type ToServer =
  | { readonly type: "send"; readonly id: number; readonly data: string | ArrayBuffer }
  | { readonly type: "close"; readonly id: number; readonly code: number; readonly reason: string }
  | { readonly type: "terminate"; readonly id: number }
  | { readonly type: "end" };

/** The first that it says: where it listens, or why it does not. */
export type Started = { readonly url: string } | { readonly message: string; readonly code: string };

class RemoteSocket extends EventEmitter implements Socket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly #id: number;
  readonly #post: (message: ToServer) => void;

  constructor(id: number, post: (message: ToServer) => void) {
    super();
    this.#id = id;
    this.#post = post;
  }

  send(data: string | ArrayBuffer): void {
    this.bufferedAmount += sizeOf(data);
    this.#post({ type: "send", id: this.#id, data });
  }
  close(code: number, reason: string): void {
    this.#post({ type: "close", id: this.#id, code, reason });
  }
  terminate(): void {
    this.#post({ type: "terminate", id: this.#id });
  }
}

export function sizeOf(data: string | ArrayBuffer): number {
  return typeof data === "string" ? data.length : data.byteLength;
}

export class ServerApart {
  readonly url: string;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #sockets = new Map<number, RemoteSocket>();
  readonly #connected: (socket: Socket) => void;

  private constructor(worker: Worker, port: MessagePort, url: string, connected: (socket: Socket) => void) {
    this.#worker = worker;
    this.#port = port;
    this.url = url;
    this.#connected = connected;
    port.on("message", (message: FromServer) => this.#hear(message));
  }

  /** @param port 0: one that is free. @throws PatchError (`ERR_PATCH_PORT`) */
  static async listen(port: number, connected: (socket: Socket) => void): Promise<ServerApart> {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(join(packageRoot, "dist", "bundle", "view-server.js"), {
      workerData: { port, channel: port2 },
      transferList: [port2],
      // Nothing of the command line that starts a model is meant for this thread.
      execArgv: [],
    });
    const [started] = (await once(worker, "message")) as [Started];
    if ("url" in started) return new ServerApart(worker, port1, started.url, connected);
    port1.close();
    await worker.terminate();
    throw new PatchError(started.message, { code: started.code });
  }

  /** Hears what came meanwhile, where the event loop stands still. */
  poll(): void {
    for (let got = receiveMessageOnPort(this.#port); got !== undefined; got = receiveMessageOnPort(this.#port))
      this.#hear(got.message as FromServer);
  }

  async close(): Promise<void> {
    this.#post({ type: "end" });
    await once(this.#worker, "exit");
    this.#port.close();
  }

  #post(message: ToServer): void {
    this.#port.postMessage(message);
  }

  #hear(message: FromServer): void {
    if (message.type === "opened") {
      const socket = new RemoteSocket(message.id, (what) => this.#post(what));
      this.#sockets.set(message.id, socket);
      this.#connected(socket);
      return;
    }
    const socket = this.#sockets.get(message.id);
    if (socket === undefined) return;
    if (message.type === "taken") socket.bufferedAmount -= message.bytes;
    else if (message.type === "message") socket.emit("message", message.text, message.isBinary);
    else {
      this.#sockets.delete(message.id);
      socket.readyState = 3;
      socket.emit("close");
    }
  }
}
