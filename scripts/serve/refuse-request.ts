import type { IncomingHttpHeaders } from "node:http";

/** Bytes that a request of a person or program that is not signed in can carry. */
export const MAX_ANONYMOUS_BODY = 64 * 1024;
/** Bytes that any request can carry: an article's file of 32 MB and what is around it. */
export const MAX_BODY = 34 * 1024 * 1024;

export type RefusalReason =
  | "bad-address"
  | "bad-header"
  | "method"
  | "foreign-origin"
  | "too-large"
  | "no-length"
  | "bad-action";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** HTTP status codes of the refusals. */
export const REFUSAL_STATUS: Readonly<Record<RefusalReason, number>> = {
  "bad-address": 400,
  "bad-header": 400,
  method: 405,
  "foreign-origin": 403,
  "too-large": 413,
  "no-length": 411,
  "bad-action": 400,
};
export const ALLOWED_METHODS = METHODS.join(", ");

/** What a request says about itself before its body. */
export interface RequestHead {
  method: string;
  /** Path and query as they were sent. */
  url: string;
  headers: IncomingHttpHeaders;
}

/**
 * Why a request must be refused, found without reading its body; null if nothing is wrong.
 * @param publicOrigin the origin under which people reach this installation
 */
export function refuseRequest(
  { method, url, headers }: RequestHead,
  publicOrigin: string,
): RefusalReason | null {
  if (!METHODS.includes(method)) return "method";
  if (!isReadable(url)) return "bad-address";
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return null;
  if (isForeign(url, headers, publicOrigin)) return "foreign-origin";
  const length = headers["content-length"];
  if (length !== undefined && !/^\d{1,15}$/.test(length)) return "bad-header";
  const isAnonymous = !headers.authorization && !headers.cookie?.includes("session-token");
  const action = headers["next-action"];
  if (
    length === undefined &&
    headers["transfer-encoding"] !== undefined &&
    (isAnonymous || action !== undefined)
  )
    return "no-length";
  if (Number(length ?? 0) > (isAnonymous ? MAX_ANONYMOUS_BODY : MAX_BODY)) return "too-large";
  if (action !== undefined && !isAction(String(action), headers["content-type"])) return "bad-action";
  return null;
}

/** Whether the path is an address: complete percent escapes of valid UTF-8, and no NUL. */
function isReadable(url: string): boolean {
  if (!url.startsWith("/") || /^\/[\\/]/.test(url)) return false;
  const [path = ""] = url.split("?", 1);
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/**
 * Whether a page of another site sent it. Programs send no Origin. The API takes tokens and no cookies, so another site can do nothing on behalf of
 * a person there.
 */
function isForeign(url: string, headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  if (url.startsWith("/api/v1/")) return false;
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "cross-site";
  if (origin === publicOrigin) return false;
  // Behind a proxy, or under another of its names.
  const hosts = [headers.host, [headers["x-forwarded-host"]].flat().at(-1)?.split(",").at(-1)?.trim()];
  try {
    return !hosts.includes(new URL(origin).host);
  } catch {
    return true; // "null", or not an origin at all
  }
}

/** Whether a call of a server action has the id and the type of body that its page sends. */
function isAction(id: string, contentType = ""): boolean {
  return (
    /^[0-9a-f]{40,64}$/.test(id) &&
    /^(text\/plain|multipart\/form-data; *boundary=.|application\/x-www-form-urlencoded)/i.test(contentType)
  );
}
