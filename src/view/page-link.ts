// One page that is connected: what it has been told, how much it can take, and what it asks for.
import { Rate } from "./guard.js";
import type { ClientMessage, PictureMessage, ServerMessage } from "./protocol.js";

/** Frames that are on their way to a page that has not taken them. */
const mostOnTheWay = 2;
/** Bytes that the network has not taken: with more, a frame is left out. */
const mostWaiting = 1 << 20;
/** Messages of a page that stays within reason: a burst of a dragged slider, and thirty acknowledgements a second. */
const messages = { most: 300, each: 150 };

/** A WebSocket, or what stands for one that another thread has. */
export interface Socket {
  readonly OPEN: number;
  readonly readyState: number;
  /** Bytes that are on their way. */
  readonly bufferedAmount: number;
  send(data: string | ArrayBuffer): void;
  close(code: number, reason: string): void;
  terminate(): void;
  on(event: "close", listener: () => void): unknown;
  on(event: "message", listener: (data: { toString(): string }, isBinary: boolean) => void): unknown;
}

export class PageLink {
  /** What it has: of the scene, of the epoch, of each trace by its id, of each source of spikes. */
  version = -1;
  epoch = -1;
  readonly had = new Map<number, number>();
  spikesHad: number[] = [];
  /** Of each picture, by its name. */
  readonly pictures = new Map<string, number>();
  readonly #socket: Socket;
  readonly #rate = new Rate(messages.most, messages.each);
  #onTheWay = 0;
  /** Bytes of the model that it was last told of. */
  #model = 0;

  constructor(socket: Socket, asked: (message: ClientMessage) => void, gone: () => void) {
    this.#socket = socket;
    socket.on("close", gone);
    socket.on("message", (data, isBinary) => {
      if (!this.#rate.take()) return socket.close(1008, "too many messages");
      const message = isBinary ? undefined : parsed(data);
      if (message === undefined) return socket.close(1008, "no message of this page");
      if (message.type === "ack") this.#onTheWay = Math.max(0, this.#onTheWay - 1);
      else asked(message);
    });
  }

  /** Whether it has taken what it was sent. */
  get isReady(): boolean {
    return this.#onTheWay < mostOnTheWay && this.#socket.bufferedAmount < mostWaiting;
  }

  tell(message: ServerMessage): void {
    this.#send(JSON.stringify(message));
  }

  /** Another model than before: however large it is, it may wait for the network. */
  tellModel(messages: readonly ServerMessage[], shape: ArrayBuffer): void {
    const texts = messages.map((message) => JSON.stringify(message));
    const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), shape.byteLength);
    for (const data of [...texts, shape]) this.#send(data, size);
    this.#model = size;
  }

  #send(data: string | ArrayBuffer, more = 0): void {
    // Someone who does not even take these has gone away without a word.
    if (this.#socket.bufferedAmount > 8 * mostWaiting + this.#model + more) this.#socket.terminate();
    else if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(data);
  }

  sendPicture(message: PictureMessage): void {
    this.#onTheWay++;
    this.tell(message);
  }

  sendFrame(data: ArrayBuffer): void {
    this.#onTheWay++;
    this.#socket.send(data);
  }

  /** Its lines begin anew. */
  forget(): void {
    this.had.clear();
    this.spikesHad = [];
  }
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isIndex = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** What each kind of message must hold; what is none of these is not answered. */
const fields: Readonly<Record<ClientMessage["type"], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  run: { duration: (value) => isNumber(value) && value > 0 },
  restart: { duration: (value) => isNumber(value) && value > 0 },
  pause: {},
  resume: {},
  stop: {},
  speed: { value: (value) => isNumber(value) && value >= 0 },
  set: { index: isIndex, value: isNumber },
  trace: { segment: isIndex },
  untrace: { id: isIndex },
  color: { name: (value) => typeof value === "string" && value.length <= 200 },
  press: { item: isIndex },
  enter: { item: isIndex, value: isNumber },
  open: { item: isIndex },
  ack: {},
};

function parsed(data: { toString(): string }): ClientMessage | undefined {
  try {
    const message = JSON.parse(String(data)) as Record<string, unknown> | null;
    if (typeof message !== "object" || message === null || !Object.hasOwn(fields, String(message.type)))
      return undefined;
    const wanted = Object.entries(fields[message.type as ClientMessage["type"]]);
    return wanted.every(([name, fits]) => fits(message[name])) ? (message as unknown as ClientMessage) : undefined;
  } catch {
    return undefined;
  }
}
