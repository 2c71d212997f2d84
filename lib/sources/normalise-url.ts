import { err, ok, type Result } from "@/lib/result";

/** Parameters that say how somebody came to a page, not which page it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i;

/**
 * The normal form of an address, by which two mentions of one page are known as equal: the scheme, "www.", fragments, tracking
 * parameters, default ports, the order of parameters and a slash at the end do not count (RFC 3986, section 6).
 * @param url an http or https address
 */
export function normaliseUrl(url: string): Result<string, { message: string }> {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return err({ message: "This is not a web address. Give it whole, beginning with https://." });
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    return err({
      message: "Only http and https addresses can be cited. Describe other sources in the title.",
    });
  for (const name of [...parsed.searchParams.keys()])
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^www\./, "");
  const query = parsed.searchParams.toString();
  return ok(`${host}${parsed.pathname.replace(/\/+$/, "")}${query ? `?${query}` : ""}`);
}
