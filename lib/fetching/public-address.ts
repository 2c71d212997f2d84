import ipaddr from "ipaddr.js";

/** The global unicast range of IPv6; everything else is reserved, or an embedded IPv4 address. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");
/** Azure's internal service for its virtual machines, which has a public-looking address. */
const METADATA = "168.63.129.16";

/**
 * Whether an IP address is publicly reachable: not private, loopback, link-local, multicast, reserved or a cloud's metadata service, nor one
 * of these embedded in IPv6 (mapped, compatible, 6to4, Teredo, NAT64, ISATAP).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` unwraps IPv4-mapped addresses; the other embeddings have ranges of their own.
  const known = ipaddr.process(address);
  if (known.range() !== "unicast" || known.toString() === METADATA) return false;
  return !(known instanceof ipaddr.IPv6) || (known.match(GLOBAL_IPV6) && !isIsatap(known));
}

/** Whether an address embeds an IPv4 address by ISATAP (RFC 5214): any prefix, then 0:5efe or 200:5efe. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);
}
