// The connection to the program: opened anew when it is lost, and each frame answered when it was taken.
import { type ClientMessage, decode, type Frame, type ServerMessage, type Shape } from "../protocol.js";

export interface Heard {
  message(message: ServerMessage): void;
  shape(shape: Shape): void;
  frame(frame: Frame): void;
  /** Whether there is a connection. */
  connected(isOn: boolean): void;
}

/** ms until it is tried again. */
const pause = 1500;

export class Link {
  readonly #heard: Heard;
  readonly #url: string;
  #socket: WebSocket | undefined;

  constructor(heard: Heard) {
    this.#heard = heard;
    const { protocol, host, search } = location;
    const token = new URLSearchParams(search).get("token") ?? "";
    this.#url = `${protocol.replace("http", "ws")}//${host}/live?token=${encodeURIComponent(token)}`;
    this.#open();
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => this.#heard.connected(true));
    socket.addEventListener("message", ({ data }) => {
      if (typeof data === "string") return this.#heard.message(JSON.parse(data) as ServerMessage);
      const found = decode(data as ArrayBuffer);
      if ("shape" in found) return this.#heard.shape(found.shape);
      this.#heard.frame(found.frame);
      this.send({ type: "ack" });
    });
    socket.addEventListener("close", () => {
      this.#heard.connected(false);
      setTimeout(() => this.#open(), pause);
    });
  }
}
