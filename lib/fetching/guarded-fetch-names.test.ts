import type { LookupAddress } from "node:dns";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { guardedFetch } from "./guarded-fetch";

/** What each name resolves to, time after time; the last answer stays. */
const names: Record<string, string[][]> = {};
let asked: string[] = [];

vi.mock("node:dns", async (load) => ({
  ...(await load<typeof import("node:dns")>()),
  lookup: (host: string, _: object, callback: (error: null, found: LookupAddress[]) => void) => {
    asked.push(host);
    const answers = names[host] ?? [];
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    callback(
      null,
      answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  },
}));
// 127.0.0.2 plays the Internet, 127.0.0.1 what only this machine can reach.
vi.mock("./public-address", async (load) => {
  const { isPublicAddress } = await load<typeof import("./public-address")>();
  return {
    isPublicAddress: (address: string) => address === "127.0.0.2" || isPublicAddress(address),
  };
});

let outside: Server;
let secure: Server;
let inside: Server;
let port = 0;
let securePort = 0;
/** How often the private server was reached. */
let visits = 0;

beforeAll(async () => {
  // A key and a certificate of localhost that serve these tests alone.
  const pem = readFileSync("lib/testing/fixtures/localhost.pem", "utf8");
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), pem]);
  outside = createServer((request, response) => {
    // Each hop is a connection of its own, with an answer of its own.
    response.setHeader("connection", "close");
    const target = new URL(request.url ?? "", "http://x").searchParams.get("to");
    if (target) response.writeHead(302, { location: target }).end();
    else response.end(`outside, for ${request.headers.host?.split(":")[0]}`);
  });
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.2", resolve));
  port = (outside.address() as AddressInfo).port;
  inside = createServer((_, response) => response.end("inside"));
  inside.on("connection", () => visits++);
  await new Promise<void>((resolve) => inside.listen(port, "127.0.0.1", resolve));
  secure = createSecureServer({ key: pem, cert: pem }, (request, response) => {
    response.writeHead(302, { location: request.url?.slice(1) }).end();
  });
  await new Promise<void>((resolve) => secure.listen(0, "127.0.0.2", resolve));
  securePort = (secure.address() as AddressInfo).port;
});
afterAll(() => {
  for (const server of [outside, inside, secure]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  visits = 0;
  asked = [];
});

async function outcome(address: string): Promise<string> {
  const fetched = await guardedFetch(address);
  return fetched.ok ? new TextDecoder().decode(fetched.value.bytes) : `✗ ${fetched.error.message}`;
}

test.each<[string, string[][], RegExp]>([
  ["a name of the Internet", [["127.0.0.2"]], /^outside/],
  ["a name of this machine", [["127.0.0.1"]], /inside a private network/],
  ["a name with an address of either", [["127.0.0.2", "127.0.0.1"]], /inside a private network/],
  ["the other way about", [["127.0.0.1", "127.0.0.2"]], /inside a private network/],
  ["a name of the metadata service", [["169.254.169.254"]], /inside a private network/],
  ["a name that maps to it in IPv6", [["::ffff:169.254.169.254"]], /inside a private network/],
  ["a name of this machine in IPv6", [["127.0.0.2", "::1"]], /inside a private network/],
  ["a name with no address", [[]], /inside a private network/],
])("%s", async (_, answers, expected) => {
  names["site.test"] = answers;
  expect(await outcome(`http://site.test:${port}/`)).toMatch(expected);
  expect(visits).toBe(0);
});

test("the address that was looked at is the one that is gone to: a second answer is not asked for", async () => {
  names["rebinds.test"] = [["127.0.0.2"], ["127.0.0.1"]];
  expect(await outcome(`http://rebinds.test:${port}/`)).toBe("outside, for rebinds.test");
  expect(asked).toEqual(["rebinds.test"]);
  expect(visits).toBe(0);
});

test("a name that is public before a redirect and private after is refused at the connection", async () => {
  names["rebinds.test"] = [["127.0.0.2"], ["127.0.0.1"]];
  expect(await outcome(`http://rebinds.test:${port}/?to=/again`)).toMatch(/inside a private network/);
  expect(asked).toEqual(["rebinds.test", "rebinds.test"]);
  expect(visits).toBe(0);
});

test("a redirect to a name of this machine is refused", async () => {
  names["site.test"] = [["127.0.0.2"]];
  names["inside.test"] = [["127.0.0.1"]];
  const to = encodeURIComponent(`http://inside.test:${port}/`);
  expect(await outcome(`http://site.test:${port}/?to=${to}`)).toMatch(/inside a private network/);
  expect(visits).toBe(0);
});

test("a name with a dot at its end is looked at like any", async () => {
  names["inside.test."] = [["127.0.0.1"]];
  expect(await outcome(`http://inside.test.:${port}/`)).toMatch(/inside a private network/);
  expect(visits).toBe(0);
});

test("a redirect from https to http is followed, and guarded all the same", async () => {
  names.localhost = [["127.0.0.2"]];
  names["site.test"] = [["127.0.0.2"]];
  const from = `https://localhost:${securePort}/`;
  expect(await outcome(`${from}http://site.test:${port}/`)).toBe("outside, for site.test");
  expect(await outcome(`${from}http://127.0.0.1:${port}/`)).toMatch(/inside a private network/);
  names["site.test"] = [["127.0.0.1"]];
  expect(await outcome(`${from}http://site.test:${port}/`)).toMatch(/inside a private network/);
  expect(visits).toBe(0);
});

test("a host whose certificate is of another is not read", async () => {
  names["other.test"] = [["127.0.0.2"]];
  expect(await outcome(`https://other.test:${securePort}/http://x/`)).toMatch(/cannot be reached/);
});
