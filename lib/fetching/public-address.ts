import ipaddr from "ipaddr.js";

/** All that is given out on the Internet of IPv6; what lies outside is reserved, or an IPv4 address in disguise. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");
/** Azure's service for the machines inside of it has an address like any on the Internet. */
const METADATA = "168.63.129.16";

/**
 * Whether an IP address is one that anybody on the Internet can reach: not private, loopback, link-local, multicast, reserved, a cloud's
 * metadata service, nor one of these in the clothes of IPv6 (mapped, compatible, 6to4, Teredo, NAT64,
 * ISATAP).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` takes IPv4-mapped addresses for what they are; the other disguises are ranges of their own.
  const known = ipaddr.process(address);
  if (known.range() !== "unicast" || known.toString() === METADATA) return false;
  return !(known instanceof ipaddr.IPv6) || (known.match(GLOBAL_IPV6) && !isIsatap(known));
}

/** Whether an address stands for an IPv4 address inside of some network (RFC 5214): any prefix, then 0:5efe or 200:5efe. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);
}
