// The live page's server: its own three files over HTTP on the loopback address, and a WebSocket for each page.
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { PatchError } from "../core/errors.js";
import { packageRoot } from "../core/root.js";
import { Guard } from "./guard.js";
import { largestMessage } from "./protocol.js";

/** All that is served, by path: nothing else is looked for, wherever it points. */
const files: Readonly<Record<string, readonly [name: string, type: string]>> = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
};

/** The page needs nothing from anywhere else, and no other page may frame it. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** Pages at the same time. */
const mostPages = 16;

export class PageServer {
  readonly #guard = new Guard();
  readonly #http: Server = createServer((request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  readonly #connected: (socket: WebSocket) => void;
  #url = "";

  constructor(connected: (socket: WebSocket) => void) {
    this.#connected = connected;
    this.#http.on("upgrade", (request, socket, head) => this.#upgrade(request, socket as Socket, head));
  }

  /** With its token: who has it may open the page. */
  get url(): string {
    return this.#url;
  }

  /** @param port 0: one that is free. */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once("error", (cause: NodeJS.ErrnoException) => reject(refusal(port, cause)));
      this.#http.listen(port, "127.0.0.1", resolve);
    });
    const { port: own } = this.#http.address() as { port: number };
    this.#guard.listensAt(own);
    this.#url = `http://127.0.0.1:${own}/?token=${this.#guard.token}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()));
    this.#http.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers: given } = request;
    if (!this.#guard.isOwnHost(given.host)) return refuse(response, 403, "This is not an address of this page.");
    if (method !== "GET" && method !== "HEAD") return refuse(response, 405, "This page can be read only.");
    const url = parsed(request.url);
    const file = url === undefined || !Object.hasOwn(files, url.pathname) ? undefined : files[url.pathname];
    if (url === undefined || file === undefined) return refuse(response, 404, "There is nothing here.");
    if (url.pathname === "/" && !this.#guard.isToken(url.searchParams.get("token")))
      return refuse(response, 403, "Open this page at the address that the program printed, with its token.");
    const [name, type] = file;
    try {
      const content = await readFile(join(packageRoot, "dist", "page", name));
      response.writeHead(200, { ...headers, "content-type": type, "content-length": content.length });
      response.end(method === "HEAD" ? undefined : content);
    } catch (error) {
      refuse(response, 500, `The page's own file cannot be read: ${(error as Error).message}`);
    }
  }

  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    socket.on("error", () => socket.destroy()); // gone before it was heard
    const url = parsed(request.url);
    const { host, origin } = request.headers;
    const isOwn = this.#guard.isOwnHost(host) && this.#guard.isOwnOrigin(origin);
    if (!isOwn || url?.pathname !== "/live" || !this.#guard.isToken(url.searchParams.get("token")))
      hangUp(socket, "403 Forbidden");
    else if (this.#sockets.clients.size >= mostPages) hangUp(socket, "503 Service Unavailable");
    else this.#accept(request, socket, head);
  }

  #accept(request: IncomingMessage, socket: Socket, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (page) => {
      page.on("error", () => page.terminate());
      this.#connected(page);
    });
  }
}

function refusal(port: number, cause: NodeJS.ErrnoException): Error {
  const why =
    cause.code === "EADDRINUSE"
      ? `port ${port} is in use: give another one, or none, and one that is free is taken`
      : `port ${port} cannot be opened: ${cause.message}`;
  return new PatchError(`view: ${why}.`, { cause, code: "ERR_PATCH_PORT" });
}

function parsed(path: string | undefined): URL | undefined {
  try {
    return new URL(path ?? "/", "http://127.0.0.1");
  } catch {
    return undefined; // such as "//": no path
  }
}

function refuse(response: ServerResponse, code: number, text: string): void {
  response.writeHead(code, { ...headers, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

function hangUp(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
