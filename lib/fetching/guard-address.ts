import { lookup as resolveHost } from "node:dns";
import type { LookupFunction } from "node:net";
import { err, ok, type Result } from "@/lib/result";
import { isPublicAddress } from "./public-address";

class NotPublic extends Error {
  override name = "NotPublic";
}

/**
 * Whether a user-supplied address can be connected to: http or https, without credentials, and not a literal address of a private network.
 * Names are checked by `publicOnly` when the connection is made.
 * @returns `allowed`: its host is one of those that can be reached although they are not public
 */
export function checkAddress(
  address: string,
  allowHosts: readonly string[],
): Result<{ url: URL; allowed: boolean }, { message: string }> {
  if (!URL.canParse(address))
    return err({ message: "This is not a complete address. Enter one that starts with https://." });
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return err({ message: "Only addresses that start with http:// or https:// can be fetched." });
  if (url.username !== "" || url.password !== "")
    return err({ message: "Addresses that contain a user name or password are not fetched. Remove them." });
  const allowed = allowHosts.includes(url.host) || allowHosts.includes(url.hostname);
  // Names are checked when the connection is made; literal addresses are never resolved, so they are checked here. URL has normalised them.
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowed && /^[\d.]+$|:/.test(literal) && !isPublicAddress(literal))
    return err({ message: NOT_PUBLIC });
  return ok({ url, allowed });
}

export const NOT_PUBLIC =
  "This address is inside a private network and is not fetched. If it should be, an administrator can add its host to OBELUS_FETCH_ALLOW_HOSTS.";

/** Resolves a name for a connection, and fails if any of its addresses is not public: DNS rebinding gains nothing. */
export const publicOnly: LookupFunction = (host, options, callback) => {
  resolveHost(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new NotPublic(`${host} resolves to an address that is not public`), "", 0);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** An error with everything that caused it. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let each = error; each instanceof Error; each = each.cause) causes.push(each);
  return causes;
}

/** Whether a connection failed because a name resolves to an address that is not public. */
export function reachesPrivate(error: unknown): boolean {
  return causesOf(error).some((each) => each instanceof NotPublic);
}

/** The system's codes of an error and its causes: "ENOTFOUND". */
export function codesOf(error: unknown): unknown[] {
  return causesOf(error).flatMap((each) => ("code" in each ? [each.code] : []));
}
