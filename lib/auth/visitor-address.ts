import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { isPublicAddress } from "@/lib/fetching/public-address";

const HEADER = "x-forwarded-for";

/**
 * Has every request say where it comes from, before anything reads it. Anybody can send the header that proxies send: it counts only where it
 * comes from a proxy, which is on this machine or in its own network.
 */
export function recordVisitorAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[HEADER] = visitorAddress(request.socket.remoteAddress, request.headers[HEADER]);
  });
}

/**
 * Where a request comes from.
 * @param peer the address at the other end of its connection
 * @param named what X-Forwarded-For names: the nearest proxy put the last of them there, the others may be made up
 */
export function visitorAddress(peer: string | undefined, named: string | string[] | undefined): string {
  if (!peer || isPublicAddress(peer)) return peer ?? "";
  return [named].flat().join(",").split(",").at(-1)?.trim() || peer;
}

/** The network that an address is counted under: of IPv6, everybody has at least a /64 to take addresses from. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 100);
  const known = ipaddr.process(address);
  if (known.kind() === "ipv4") return known.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${known.toString()}/64`);
  return `${network.toString()}/64`;
}
