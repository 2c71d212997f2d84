import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { networkOf, recordVisitorAddresses, visitorAddress } from "./visitor-address";

test.each<[string, string | undefined, string | undefined, string]>([
  ["no proxy", "203.0.113.9", undefined, "203.0.113.9"],
  ["a visitor who says to be another", "8.8.8.8", "1.2.3.4", "8.8.8.8"],
  ["the same over IPv6", "2606:4700::1111", "1.2.3.4", "2606:4700::1111"],
  ["a socket that takes both kinds", "::ffff:8.8.8.8", "1.2.3.4", "::ffff:8.8.8.8"],
  ["a proxy on this machine", "127.0.0.1", "8.8.4.4", "8.8.4.4"],
  ["a proxy in this network", "10.0.0.7", "8.8.4.4", "8.8.4.4"],
  ["a proxy behind a visitor who says to be another", "::1", "1.2.3.4, 8.8.4.4", "8.8.4.4"],
  ["a proxy that says nothing", "::1", undefined, "::1"],
  ["a proxy that says nothing in many words", "::1", "1.2.3.4, ", "::1"],
  ["a connection that is gone", undefined, "1.2.3.4", ""],
])("%s", (_, peer, named, expected) => {
  expect(visitorAddress(peer, named)).toBe(expected);
});

test.each([
  ["8.8.8.8", "8.8.8.8"],
  ["::ffff:8.8.8.8", "8.8.8.8"],
  ["2606:4700:1:2:3:4:5:6", "2606:4700:1:2::/64"],
  ["2606:4700:1:2::9", "2606:4700:1:2::/64"],
  ["not an address", "not an address"],
  ["", ""],
])("%j is counted as %j", (address, expected) => {
  expect(networkOf(address)).toBe(expected);
});

test("a request carries its address before anything reads it", async () => {
  recordVisitorAddresses();
  const server = createServer((request, response) => response.end(request.headers["x-forwarded-for"]));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const says = async (headers: HeadersInit) => (await fetch(address, { headers })).text();
  expect(await says({})).toBe("127.0.0.1");
  expect(await says({ "x-forwarded-for": "1.2.3.4, 8.8.4.4" })).toBe("8.8.4.4");
  server.close();
});
