import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one that anybody on the Internet can reach: not private, loopback, link-local, multicast, reserved, a cloud's
 * metadata service, nor one of these in the clothes of IPv6 (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` takes IPv4-mapped addresses for what they are; the other disguises are ranges of their own.
  return ipaddr.process(address).range() === "unicast";
}
