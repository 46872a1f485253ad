// Who may talk to the live page's server: nobody but its own pages.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import { ArgumentTypeError, PatchError, p } from "nrn-patch";
import { type View, view } from "nrn-patch/view";
import WebSocket from "ws";

p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" });
let live: View;
let url: URL;
before(async () => {
  live = await view();
  url = new URL(live.url);
});
after(() => live.close());

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = url;
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

/** What becomes of a WebSocket: "open", or the refusal. */
function knock(path: string, origin?: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${url.host}${path}`, origin === undefined ? {} : { origin });
    socket.on("open", () => {
      socket.close();
      resolve("open");
    });
    socket.on("error", (error) => resolve(error.message));
  });
}

test("its own files with its token, nothing else", async () => {
  assert.equal(url.hostname, "127.0.0.1");
  assert.equal(await get(`/${url.search}`), 200);
  assert.equal(await get("/page.js"), 200);
  assert.equal(await get("/"), 403);
  assert.equal(await get("/?token=guess"), 403);
  for (const path of ["/package.json", "/../package.json", "/%2e%2e/package.json", "/constructor"])
    assert.equal(await get(path), 404, path);
  assert.equal(await get(`/${url.search}`, { host: "evil.example" }), 403);
  assert.equal(await get(`/${url.search}`, {}, "POST"), 405);
});

test("a WebSocket needs the token and the page's own origin", async () => {
  const [own, live] = [url.origin, `/live${url.search}`];
  assert.equal(await knock(live, own), "open");
  for (const [path, origin] of [
    [live, undefined],
    [live, "http://evil.example"],
    [live, `http://127.0.0.1:1`],
    ["/live", own],
    ["/live?token=guess", own],
    [`/other${url.search}`, own],
  ] as const)
    assert.match(await knock(path, origin), /403/, `${path} from ${origin}`);
});

test("a flood, nonsense and messages that are too long end the connection, and the model is as it was", async () => {
  const flood = (message: string | Buffer, count: number) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`ws://${url.host}/live${url.search}`, { origin: url.origin });
      socket.on("open", () => {
        for (let i = 0; i < count; i++) socket.send(message);
      });
      socket.on("error", () => {});
      socket.on("close", (code) => resolve(code));
    });
  assert.notEqual(await flood('{"type":"pause"}', 5000), 1000);
  assert.notEqual(await flood("x".repeat(100_000), 1), 1000);
  assert.notEqual(await flood("{", 1), 1000);
  assert.notEqual(await flood('{"type":"run","duration":"long"}', 1), 1000);
  p.run(1, { vInit: -65 });
  assert.equal(p.time.length, 41);
});

test("a port in use, and options that are none, are told", async () => {
  await assert.rejects(view({ port: Number(url.port) }), (error: PatchError) => {
    assert.ok(error instanceof PatchError);
    assert.equal(error.code, "ERR_PATCH_PORT");
    return true;
  });
  await assert.rejects(view({ prot: 1 } as object), ArgumentTypeError);
  await assert.rejects(view({ color: "gnabarr_hh" }), {
    code: "ERR_PATCH_NAME",
    message: /^view: color: none of the sections has "gnabarr_hh"\..*Did you mean "gnabar_hh"/,
  });
});

test("closed twice, and again served", async () => {
  const other = await view();
  await other.close();
  await other.close();
  await assert.rejects(fetch(other.url));
  assert.deepEqual([inspect(live), inspect(other)], [`Live page at ${live.url}`, `Live page (closed) ${other.url}`]);
});
