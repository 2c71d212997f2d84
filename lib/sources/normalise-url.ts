import { err, ok, type Result } from "@/lib/result";
import { doiIn } from "./doi";

/** Parameters that track visits or choose a layout, but don't identify the page. */
const TRACKING = new RegExp(
  `^(?:${[
    // Campaign parameters of several analytics tools.
    "utm_\\w+|pk_\\w+|mtm_\\w+|piwik_\\w+|matomo_\\w+|at_(?:medium|campaign|custom\\d|link_\\w+|format|ptr_name)|ns_\\w+",
    "cmp|cmpid|s_cid|icid|ncid|ito|xtor|smid|smtyp|mkt_tok|vero_id|oly_(?:anon|enc)_id|wickedid|spm",
    // Click ids of social networks, search engines and newsletters.
    "fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|srsltid|igshid|igsh",
    "mc_[ce]id|_hsenc|_hsmi|hsctatracking|_ga|_gl|ref_src|ref_url|__twitter_impression|guccounter|guce_referrer\\w*",
    "amp|outputtype",
  ].join("|")})$`,
  "i",
);

/** Parameters ignored on one host only. */
const TRACKING_AT: Record<string, RegExp> = {
  "youtube.com": /^(?:si|feature|t|pp|ab_channel)$/,
  "x.com": /^[st]$/,
};

/** Aliases of hosts. */
const SAME_HOST: Record<string, string> = {
  "twitter.com": "x.com",
  "old.reddit.com": "reddit.com",
  "dx.doi.org": "doi.org",
};

/**
 * A normalised key of a URL, equal for two URLs of the same page. Ignores the scheme, "www." and mobile hosts, fragments, tracking
 * parameters, default ports, the order of parameters, escaping and a trailing slash (RFC 3986, section 6), and AMP versions. Two sources
 * can never share a key, so everything that can distinguish pages stays.
 * @param url an http or https URL
 * @returns a key without scheme, or a message
 */
export function normaliseUrl(url: string): Result<string, { message: string }> {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return err({ message: "This is not a web address. Enter the full address, beginning with https://." });
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    return err({
      message: "Only http and https addresses can be cited. Describe other sources in the title.",
    });
  parsed = outOfAmpCache(parsed) ?? parsed;
  const doi = isDoiResolver(parsed) ? doiIn(parsed.href) : null;
  if (doi) return ok(`doi.org/${doi}`);
  let host = hostOf(parsed);
  let path = withoutAmp(escapedAlike(parsed.pathname.replace(/;jsessionid=[^/]*/i, ""))).replace(/\/+$/, "");
  if (host === "youtu.be" && /^\/[\w-]+$/.test(path)) {
    parsed.searchParams.set("v", path.slice(1));
    host = "youtube.com";
    path = "/watch";
  }
  for (const name of [...parsed.searchParams.keys()])
    if (TRACKING.test(name) || TRACKING_AT[host]?.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const query = parsed.searchParams.toString();
  // Single-page apps put the route after "#/" or "#!".
  const route = /^#[!/]./.test(parsed.hash) ? parsed.hash : "";
  return ok(`${host}${path}${query ? `?${query}` : ""}${route}`);
}

/** Whether a URL belongs to the DOI resolver. */
export function isDoiResolver({ hostname }: URL): boolean {
  return /^(?:dx\.|www\.)?doi\.org$/.test(hostname);
}

function hostOf({ hostname, port }: URL): string {
  const bare = hostname.replace(/\.$/, "").replace(/^www\./, "");
  const desktop = bare
    .replace(/^(?:m|mobile|amp)\.(?=[^.]+\.)/, "")
    .replace(/^([\w-]+)\.m\.(wiki[a-z]+\.org)$/, "$1.$2");
  const host = SAME_HOST[desktop] ?? desktop;
  return port === "" || port === "80" || port === "443" ? host : `${host}:${port}`;
}

/** The URL of the page in an AMP cache URL: google.com/amp/s/example.org/a, …cdn.ampproject.org/c/s/example.org/a. */
function outOfAmpCache({ hostname, pathname, search }: URL): URL | null {
  const inside = /(?:^|\.)google(?:\.\w+){1,2}$/.test(hostname)
    ? /^\/amp\/(?:s\/)?([^/]+\.[^/]+\/.*)/.exec(pathname)
    : hostname.endsWith(".cdn.ampproject.org")
      ? /^\/[acv]\/(?:s\/)?([^/]+\.[^/]+\/.*)/.exec(pathname)
      : null;
  if (!inside) return null;
  const page = `https://${inside[1]}${search}`;
  return URL.canParse(page) ? new URL(page) : null;
}

/** Removes an AMP suffix, but only from paths with digits or hyphens: "/products/amp" can be about a product. */
function withoutAmp(path: string): string {
  const article = /^(.*)(?:\/amp\/?|\.amp(?:\.html)?)$/.exec(path)?.[1] ?? "";
  return /[\d-]/.test(article) ? article : path;
}

/** Normalises percent-encoding: upper case, and none for unreserved characters (letters, digits, "-._~"). */
function escapedAlike(path: string): string {
  return path.replace(/%([\da-f]{2})/gi, (written, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : written.toUpperCase();
  });
}
