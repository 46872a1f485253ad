// A page without a browser: it hears all that the server says, and takes frames only when it is told to.
import { once } from "node:events";
import WebSocket from "ws";
// Pure: it knows of no engine, so that it may come from the one copy of the code and the model from the other.
import { type ClientMessage, decode, type Frame, type ServerMessage, type Shape } from "#src/view/protocol.js";

export class Client {
  readonly messages: ServerMessage[] = [];
  readonly shapes: Shape[] = [];
  readonly frames: Frame[] = [];
  bytes = 0;
  /** Whether it acknowledges each frame, as the page does. */
  takes = true;
  /** The server has ended the connection. */
  readonly closed: Promise<unknown>;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    this.closed = once(socket, "close");
    socket.on("message", (data, isBinary) => {
      if (!isBinary) {
        const message = JSON.parse(String(data)) as ServerMessage;
        this.messages.push(message);
        if (message.type === "picture" && this.takes) this.send({ type: "ack" });
        return;
      }
      this.bytes += (data as ArrayBuffer).byteLength;
      const found = decode(data as ArrayBuffer);
      if ("shape" in found) return void this.shapes.push(found.shape);
      this.frames.push(found.frame);
      if (this.takes) this.send({ type: "ack" });
    });
  }

  static async to(address: string): Promise<Client> {
    const url = new URL(address);
    const socket = new WebSocket(`ws://${url.host}/live${url.search}`, { origin: url.origin });
    const client = new Client(socket);
    await once(socket, "open");
    return client;
  }

  send(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** The last message of a kind. */
  last<T extends ServerMessage["type"]>(type: T): Extract<ServerMessage, { type: T }> | undefined {
    return this.messages.findLast((message) => message.type === type) as never;
  }

  /** Waits until it is so. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    for (let i = 0; i < 500; i++) {
      if (isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${what}: it did not happen. Last: ${JSON.stringify(this.messages.slice(-5))}`);
  }

  close(): void {
    this.#socket.terminate();
  }
}
