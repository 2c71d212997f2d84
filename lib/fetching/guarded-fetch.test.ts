import { createServer, type RequestListener, type Server } from "node:http";
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
  ["not an address", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

let server: Server;
let host: string;
const answers: Record<string, RequestListener> = {
  "/page": (_, response) => response.end("<p>Hello</p>"),
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
  "/lies": (_, response) => response.writeHead(200, { "content-length": "10" }).end("0123456789"),
};

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

const limits = { redirects: 5, bytes: 1_000_000, milliseconds: 1500 };
async function outcome(address: string, allowHosts: string[] = []): Promise<string> {
  const fetched = await guardedFetch(address, { allowHosts, limits });
  return fetched.ok ? new TextDecoder().decode(fetched.value.bytes) : `✗ ${fetched.error.message}`;
}

test.each<[string, RegExp]>([
  ["/page", /^<p>Hello<\/p>$/],
  ["/packed", /^packed words$/],
  ["/once", /^<p>Hello<\/p>$/],
  ["/lies", /^0123456789$/],
  ["/loop", /sends on more than 5 times/],
  ["/inside", /inside a private network/],
  ["/mapped", /inside a private network/],
  ["/file", /Only addresses that begin with http/],
  ["/gone", /answers 410/],
  ["/bomb", /more than 1 MB/],
  ["/endless", /more than 1 MB/],
  ["/stalls", /did not come within 2 seconds/],
])("from a host that is allowed: %s", async (path, expected) => {
  expect(await outcome(`http://${host}${path}`, [host])).toMatch(expected);
});

test("no cookies, credentials or referrer are sent", async () => {
  const headers = JSON.parse(await outcome(`http://${host}/cookie`, [host])) as Record<string, string>;
  expect(Object.keys(headers)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/cookie|authorization|referer/)]),
  );
});

test.each<[string, RegExp]>([
  ["http://127.0.0.1/", /inside a private network/],
  ["http://2130706433/", /inside a private network/],
  ["http://0x7f.1/", /inside a private network/],
  ["http://017700000001/", /inside a private network/],
  ["http://[::1]/", /inside a private network/],
  ["http://[::ffff:127.0.0.1]/", /inside a private network/],
  ["http://localhost/", /inside a private network/],
  ["http://169.254.169.254/latest/meta-data/", /inside a private network/],
  ["ftp://example.org/", /Only addresses that begin with http/],
  ["javascript:alert(1)", /Only addresses that begin with http/],
  ["http://user:secret@example.org/", /a name and password/],
  ["example.org", /not an address/],
  ["http://no-such-host.invalid/", /no host of this name/],
])("%s is refused", async (address, expected) => {
  expect(await outcome(address)).toMatch(expected);
});

test("a host that is allowed does not open the others", async () => {
  expect(await outcome("http://127.0.0.1:1/", [host])).toMatch(/inside a private network/);
});
