import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { isPublicAddress } from "@/lib/fetching/public-address";

const HEADER = "x-forwarded-for";

/**
 * Sets the address header of every request before anything reads it. Anyone can send the header that proxies send, so it only counts from a
 * proxy, which is on this machine or in its private network.
 */
export function recordVisitorAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[HEADER] = visitorAddress(request.socket.remoteAddress, request.headers[HEADER]);
  });
}

/**
 * The address of a visitor.
 * @param peer the address at the other end of its connection
 * @param forwardedFor the values of X-Forwarded-For: only the last is from the nearest proxy, the others can be forged
 */
export function visitorAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
): string {
  if (!peer || isPublicAddress(peer)) return peer ?? "";
  return [forwardedFor].flat().join(",").split(",").at(-1)?.trim() || peer;
}

/** The network that an address is counted under: with IPv6, everyone has at least a /64. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 100);
  const known = ipaddr.process(address);
  if (known.kind() === "ipv4") return known.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${known.toString()}/64`);
  return `${network.toString()}/64`;
}
