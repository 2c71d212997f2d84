import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardedFetch } from "./guarded-fetch";
import { isPublicAddress } from "./public-address";

test.each([
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["192.0.2.1", false],
  ["::1", false],
  ["::", false],
  ["fe80::1", false],
  ["fc00::1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:7f00:1", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["2001:0:7f00:1::", false],
  ["ff02::1", false],
  ["ff0e::1", false],
  ["239.255.255.250", false],
  ["198.18.0.1", false],
  ["240.0.0.1", false],
  ["::7f00:1", false],
  ["::ffff:0:127.0.0.1", false],
  ["::ffff:169.254.169.254", false],
  ["64:ff9b::169.254.169.254", false],
  ["64:ff9b:1::10.0.0.1", false],
  ["2002:a9fe:a9fe::", false],
  ["fe80::1%eth0", false],
  ["fec0::1", false],
  ["fd00:ec2::254", false],
  ["100.100.100.200", false],
  ["168.63.129.16", false],
  ["2001:db8::1", false],
  ["100::1", false],
  ["4000::1", false],
  ["2606:4700::5efe:10.0.0.1", false],
  ["2606:4700::200:5efe:7f00:1", false],
  ["not an address", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

/** Made before, so that the time of the making is not that of the fetching. */
const BOMB_IN_BOMB = gzipSync(gzipSync(Buffer.alloc(100_000_000)));

let server: Server;
let host: string;
const answers: Record<string, RequestListener> = {
  "/page": (_, response) => response.end("<p>Hello</p>"),
  "/charset": (_, response) =>
    response.writeHead(200, { "content-type": 'text/html; Charset="KOI8-R"' }).end("<p>Hello</p>"),
  "/cookie": (request, response) => response.end(JSON.stringify(request.headers)),
  "/packed": (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("packed words")),
  "/bomb": (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(3_000_000))),
  "/once": (_, response) => response.writeHead(302, { location: "/page" }).end(),
  "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/inside": (_, response) => response.writeHead(302, { location: "http://127.0.0.2/" }).end(),
  "/mapped": (_, response) => response.writeHead(302, { location: "http://[::ffff:10.0.0.1]/" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/gone": (_, response) => response.writeHead(410).end("gone"),
  "/stalls": (_, response) => response.write("a"),
  "/endless": (_, response) => {
    const more = () => {
      while (response.writable && response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  },
  "/lies": (_, response) => answerRaw(response, "content-length: 10", "0123456789 and much more"),
  "/lies-more": (_, response) => answerRaw(response, "content-length: 999999999", "0123456789"),
  "/lies-type": (_, response) => response.writeHead(200, { "content-type": "image/png" }).end("<p>Hello</p>"),
  "/lies-packed": (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("not packed"),
  "/damaged": (_, response) => answerRaw(response, "transfer-encoding: chunked", "zz\r\nnothing"),
  "/bomb-in-bomb": (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(BOMB_IN_BOMB),
  "/silent": () => {},
  "/drips": (request, response) => {
    const drip = setInterval(() => response.write("a"), 50);
    request.on("close", () => clearInterval(drip));
  },
  "/heads": (_, response) => response.socket?.write(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(1_000_000)}`),
  "/secret": (_, response) => response.writeHead(302, { location: "http://user:secret@example.org/" }).end(),
  "/any": (_, response) => response.writeHead(302, { location: "http://0x7f.1:1/" }).end(),
  "/metadata": (_, response) => response.writeHead(302, { location: "//169.254.169.254/latest/" }).end(),
  "/sets": (_, response) =>
    response.writeHead(302, { location: "/cookie", "set-cookie": "name=value; path=/" }).end(),
  "/nowhere": (_, response) => response.writeHead(302, { location: "http://[" }).end(),
};

/** Sends on as many times as its path says. */
for (let left = 6; left > 0; left--)
  answers[`/hop-${left}`] = (_, response) =>
    response.writeHead(302, { location: left === 1 ? "/page" : `/hop-${left - 1}` }).end();

/** Answers past the server's own care for what its headers say. */
function answerRaw({ socket }: ServerResponse, header: string, body: string): void {
  socket?.end(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n${body}`);
}

beforeAll(async () => {
  server = createServer((request, response) =>
    (answers[request.url ?? ""] ?? answers["/gone"])?.(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What never comes is waited for shortly; on a busy machine the rest may take its time. */
const NEVER_COMES = /\/(?:silent|drips|stalls)$/;
async function outcome(address: string, allowHosts: string[] = []): Promise<string> {
  const milliseconds = NEVER_COMES.test(address) ? 1500 : 20_000;
  const limits = { redirects: 5, bytes: 1_000_000, milliseconds };
  const fetched = await guardedFetch(address, { allowHosts, limits });
  return fetched.ok ? new TextDecoder().decode(fetched.value.bytes) : `✗ ${fetched.error.message}`;
}

test.each<[string, RegExp]>([
  ["/page", /^<p>Hello<\/p>$/],
  ["/packed", /^packed words$/],
  ["/once", /^<p>Hello<\/p>$/],
  ["/lies", /^0123456789$/],
  ["/lies-more", /cannot be reached/],
  ["/lies-type", /^<p>Hello<\/p>$/],
  ["/lies-packed", /cannot be reached/],
  ["/damaged", /cannot be reached/],
  ["/bomb-in-bomb", /larger than 1 MB/],
  ["/silent", /did not load within 2 seconds/],
  ["/drips", /did not load within 2 seconds/],
  ["/heads", /cannot be reached/],
  ["/secret", /a user name or password/],
  ["/any", /inside a private network/],
  ["/metadata", /inside a private network/],
  ["/nowhere", /redirects to an invalid address/],
  ["/hop-5", /^<p>Hello<\/p>$/],
  ["/hop-6", /redirects more than 5 times/],
  ["/loop", /redirects more than 5 times/],
  ["/inside", /inside a private network/],
  ["/mapped", /inside a private network/],
  ["/file", /Only addresses that start with http/],
  ["/gone", /answers 410/],
  ["/bomb", /larger than 1 MB/],
  ["/endless", /larger than 1 MB/],
  ["/stalls", /did not load within 2 seconds/],
])("from a host that is allowed: %s", async (path, expected) => {
  expect(await outcome(`http://${host}${path}`, [host])).toMatch(expected);
});

test("no cookies, credentials or referrer are sent", async () => {
  for (const path of ["/cookie", "/sets"]) {
    const headers = JSON.parse(await outcome(`http://${host}${path}`, [host])) as Record<string, string>;
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/cookie|authorization|referer|origin/)]),
    );
  }
});

test.each<[string, RegExp]>([
  ["http://127.0.0.1/", /inside a private network/],
  ["http://2130706433/", /inside a private network/],
  ["http://0x7f.1/", /inside a private network/],
  ["http://017700000001/", /inside a private network/],
  ["http://127.1/", /inside a private network/],
  ["http://0177.0.0.1/", /inside a private network/],
  ["http://0300.0250.0.1/", /inside a private network/],
  ["http://①②⑦.⓪.⓪.①/", /inside a private network/],
  ["http://127。0。0。1/", /inside a private network/],
  ["http://127.0.0.1./", /inside a private network/],
  ["http://127.0.0.1:22/", /inside a private network/],
  ["http://0/", /inside a private network/],
  ["http://0.0.0.0/", /inside a private network/],
  ["http://224.0.0.251/", /inside a private network/],
  ["http://[::]/", /inside a private network/],
  ["http://[::127.0.0.1]/", /inside a private network/],
  ["http://[64:ff9b::a9fe:a9fe]/", /inside a private network/],
  ["http://[fe80::1]/", /inside a private network/],
  ["http://[ff02::1]/", /inside a private network/],
  ["http://LOCALHOST/", /inside a private network/],
  ["http://[fe80::1%25eth0]/", /not a complete address/],
  ["http://127.0.0.1\\@example.org/", /inside a private network/],
  ["gopher://127.0.0.1/", /Only addresses that start with http/],
  ["data:text/html,hello", /Only addresses that start with http/],
  ["http://[::1]/", /inside a private network/],
  ["http://[::ffff:127.0.0.1]/", /inside a private network/],
  ["http://localhost/", /inside a private network/],
  ["http://169.254.169.254/latest/meta-data/", /inside a private network/],
  ["ftp://example.org/", /Only addresses that start with http/],
  ["javascript:alert(1)", /Only addresses that start with http/],
  ["http://user:secret@example.org/", /a user name or password/],
  ["example.org", /not a complete address/],
  ["http://no-such-host.invalid/", /host could not be found/],
])("%s is refused", async (address, expected) => {
  expect(await outcome(address)).toMatch(expected);
});

test("a host that is allowed does not open the others", async () => {
  expect(await outcome("http://127.0.0.1:1/", [host])).toMatch(/inside a private network/);
});

test.each([
  ["/charset", "KOI8-R"],
  ["/page", undefined],
])("%s declares the charset %s", async (path, charset) => {
  const fetched = await guardedFetch(`http://${host}${path}`, { allowHosts: [host] });
  expect(fetched).toMatchObject({ ok: true });
  expect(fetched.ok && fetched.value.charset).toBe(charset);
});
