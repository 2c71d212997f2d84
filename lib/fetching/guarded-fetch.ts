import { lookup as resolveHost } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, fetch } from "undici";
import { err, ok, type Result } from "@/lib/result";
import { isPublicAddress } from "./public-address";

export const FETCH_LIMITS = { redirects: 5, bytes: 10 * 1024 * 1024, milliseconds: 20_000 } as const;

export interface Fetched {
  /** Where it was found in the end, after redirects. */
  address: string;
  bytes: Uint8Array;
}

export interface FetchProblem {
  /** What to tell whoever named the page. */
  message: string;
  /** What the server answered, where it did. */
  status?: number;
  /** It did not come in time: another try may help. */
  late?: true;
  /** The page is there, and larger than what is fetched. */
  large?: true;
}

interface Options {
  /** Hosts that may be reached though their address is not public: "intranet.example.org", "127.0.0.1:8080". */
  allowHosts?: readonly string[];
  /** Only see whether the page answers: its bytes are left where they are. */
  unread?: boolean;
  /** Ends the fetch early. */
  signal?: AbortSignal;
  /** For tests. */
  limits?: { redirects: number; bytes: number; milliseconds: number };
}

class NotPublic extends Error {
  override name = "NotPublic";
}

/**
 * Fetches a page that somebody named, and nothing that only this server can reach. Only http and https; every address that a name
 * resolves to is looked at when the connection is made, so that a second answer gains nothing, and so is every redirect. No cookies or
 * credentials are sent.
 * @returns the bytes, unpacked, or what to tell whoever named it
 */
export async function guardedFetch(
  address: string,
  { allowHosts = [], unread = false, signal, limits = FETCH_LIMITS }: Options = {},
): Promise<Result<Fetched, FetchProblem>> {
  const deadline = AbortSignal.timeout(limits.milliseconds);
  const agent = new Agent({ connect: { lookup: publicOnly, timeout: limits.milliseconds } });
  const open = new Agent({ connect: { timeout: limits.milliseconds } });
  try {
    let current = address;
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const checked = checkAddress(current, allowHosts);
      if (!checked.ok) return checked;
      const { url, allowed } = checked.value;
      const response = await fetch(url, {
        dispatcher: allowed ? open : agent,
        redirect: "manual",
        credentials: "omit",
        signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
        headers: {
          "user-agent": "Mozilla/5.0 (compatible; Obelus; fact-checking desk)",
          accept: "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
        },
      });
      const target = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && target) {
        await response.body?.cancel();
        if (!URL.canParse(target, url))
          return err({ message: "The page sends on to an address that is none." });
        current = new URL(target, url).href;
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return err({
          status: response.status,
          message: `${url.host} answers ${response.status} for this page. Open it in a browser, copy the article and paste it.`,
        });
      }
      if (unread) {
        await response.body?.cancel();
        return ok({ address: url.href, bytes: new Uint8Array() });
      }
      const bytes = await readLimited(response.body, limits.bytes);
      if (!bytes)
        return err({
          large: true,
          message: `What is at this address has more than ${Math.round(limits.bytes / 1024 / 1024)} MB: that is no article.`,
        });
      return ok({ address: url.href, bytes });
    }
    return err({
      message: `The page sends on more than ${limits.redirects} times. Give the address where it ends.`,
    });
  } catch (cause) {
    return err({
      message: sentenceFor(cause, deadline.aborted, limits.milliseconds),
      ...(deadline.aborted && { late: true }),
    });
  } finally {
    await Promise.allSettled([agent.destroy(), open.destroy()]);
  }
}

function checkAddress(
  address: string,
  allowHosts: readonly string[],
): Result<{ url: URL; allowed: boolean }, { message: string }> {
  if (!URL.canParse(address))
    return err({ message: "This is not an address. Give a whole one, beginning with https://." });
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return err({ message: "Only addresses that begin with http:// or https:// can be fetched." });
  if (url.username !== "" || url.password !== "")
    return err({ message: "An address with a name and password in it is not fetched. Leave them out." });
  const allowed = allowHosts.includes(url.host) || allowHosts.includes(url.hostname);
  // A name is resolved when the connection is made; an address written out is never resolved. URL has undone every odd notation.
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowed && /^[\d.]+$|:/.test(literal) && !isPublicAddress(literal))
    return err({ message: NOT_PUBLIC });
  return ok({ url, allowed });
}

const NOT_PUBLIC =
  "This address is inside a private network and is not fetched. If it should be, an administrator can name its host in OBELUS_FETCH_ALLOW_HOSTS.";

/** Resolves a name for a connection, and fails it if any of its addresses is not public. */
const publicOnly: LookupFunction = (host, options, callback) => {
  resolveHost(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new NotPublic(`${host} resolves to an address that is not public`), "", 0);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** The whole of a body, unpacked; null when it is longer than it may be. */
async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the transfer.
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sentenceFor(error: unknown, timedOut: boolean, milliseconds: number): string {
  if (timedOut)
    return `The page did not come within ${Math.round(milliseconds / 1000)} seconds. Try again, or copy the article and paste it.`;
  const causes: Error[] = [];
  for (let each = error; each instanceof Error; each = each.cause) causes.push(each);
  if (causes.some((each) => each instanceof NotPublic)) return NOT_PUBLIC;
  console.warn("a page could not be fetched:", causes.map(({ message }) => message).join(": "));
  const codes = causes.map((each) => ("code" in each ? each.code : ""));
  if (codes.includes("ENOTFOUND") || codes.includes("EAI_AGAIN"))
    return "There is no host of this name. Correct the address.";
  return "The page cannot be reached. Correct the address, or copy the article and paste it.";
}
