// Who may talk to the live page's server: pages that it served itself, and whoever was given the address with its token.
import { randomBytes, timingSafeEqual } from "node:crypto";

/** Names of this machine under which the page may be opened. */
const hosts = ["127.0.0.1", "localhost"];

export class Guard {
  readonly token: string = randomBytes(24).toString("base64url");
  #port = 0;

  listensAt(port: number): void {
    this.#port = port;
  }

  /** A name of another's that leads to this machine (DNS rebinding) is no address of this server. */
  isOwnHost(host: string | undefined): boolean {
    return host !== undefined && hosts.some((name) => host.toLowerCase() === `${name}:${this.#port}`);
  }

  /** A page says where it comes from, and cannot lie about it; what is no page says nothing. */
  isOwnOrigin(origin: string | undefined): boolean {
    return origin !== undefined && hosts.some((name) => origin.toLowerCase() === `http://${name}:${this.#port}`);
  }

  isToken(given: string | null): boolean {
    const [own, other] = [Buffer.from(this.token), Buffer.from(given ?? "")];
    return own.length === other.length && timingSafeEqual(own, other);
  }
}

/** How many messages a page may send: so many at once, and so many for each second. */
export class Rate {
  readonly #most: number;
  readonly #each: number;
  #left: number;
  #at = performance.now();

  constructor(most: number, each: number) {
    this.#most = this.#left = most;
    this.#each = each;
  }

  /** Takes one; false when there is none left. */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#each);
    this.#at = now;
    this.#left -= 1;
    return this.#left >= 0;
  }
}
