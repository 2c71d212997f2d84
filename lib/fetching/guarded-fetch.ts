import { Agent, fetch } from "undici";
import { err, ok, type Result } from "@/lib/result";
import { checkAddress, codesOf, NOT_PUBLIC, publicOnly, reachesPrivate } from "./guard-address";

export const FETCH_LIMITS = { redirects: 5, bytes: 10 * 1024 * 1024, milliseconds: 20_000 } as const;

export interface Fetched {
  /** The final address, after redirects. */
  address: string;
  bytes: Uint8Array;
  /** The charset of its Content-Type, as the server writes it. */
  charset?: string;
}

export interface FetchProblem {
  /** For the person who entered the address. */
  message: string;
  /** The error behind it, for the log. */
  cause?: unknown;
  /** The HTTP status, if the server answered. */
  status?: number;
  /** It timed out: another attempt may help. */
  timedOut?: true;
  /** The page exists, but is larger than the limit. */
  tooLarge?: true;
}

interface Options {
  /** Hosts that can be reached although their address is not public: "intranet.example.org", "127.0.0.1:8080". */
  allowHosts?: readonly string[];
  /** Only checks whether the page answers, without reading its body. */
  headersOnly?: boolean;
  /** Cancels the fetch. */
  signal?: AbortSignal;
  /** For tests. */
  limits?: { redirects: number; bytes: number; milliseconds: number };
}

/**
 * Fetches a user-supplied address, but nothing that only this server can reach. Only http and https; every address that a name resolves to
 * is checked when the connection is made, so that DNS rebinding gains nothing, and so is every redirect. No cookies or credentials are
 * sent.
 * @returns the decompressed bytes, or a message for the user
 */
export async function guardedFetch(
  address: string,
  { allowHosts = [], headersOnly = false, signal, limits = FETCH_LIMITS }: Options = {},
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
        if (!URL.canParse(target, url)) return err({ message: "The page redirects to an invalid address." });
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
      if (headersOnly) {
        await response.body?.cancel();
        return ok({ address: url.href, bytes: new Uint8Array() });
      }
      const bytes = await readLimited(response.body, limits.bytes);
      if (!bytes)
        return err({
          tooLarge: true,
          message: `The page is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB, too large for an article.`,
        });
      const charset = charsetOf(response.headers.get("content-type") ?? "");
      return ok({ address: url.href, bytes, ...(charset && { charset }) });
    }
    return err({
      message: `The page redirects more than ${limits.redirects} times. Enter the final address.`,
    });
  } catch (cause) {
    return err({
      message: describeError(cause, deadline.aborted, limits.milliseconds),
      cause,
      ...(deadline.aborted && { timedOut: true as const }),
    });
  } finally {
    await Promise.allSettled([agent.destroy(), open.destroy()]);
  }
}

/** The charset in a content type: "text/html; charset=windows-1251". */
function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']{1,40})/i.exec(contentType)?.[1] ?? null;
}

/** A decompressed body; null if it exceeds the limit. */
async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the transfer.
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function describeError(error: unknown, timedOut: boolean, milliseconds: number): string {
  if (timedOut)
    return `The page did not load within ${Math.round(milliseconds / 1000)} seconds. Try again, or copy the article and paste it.`;
  if (reachesPrivate(error)) return NOT_PUBLIC;
  const codes = codesOf(error);
  if (codes.includes("ENOTFOUND") || codes.includes("EAI_AGAIN"))
    return "That host could not be found. Check the address.";
  return "The page cannot be reached. Check the address, or copy the article and paste it.";
}
