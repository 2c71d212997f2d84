import { strictTransport } from "@/lib/content-security-policy";
import type { Env } from "@/lib/env";
import { documentPolicy } from "./document-policy";

/** The headers that every public document has. */
export interface DocumentHeaders {
  /** Of documents that exist. */
  found: Readonly<Record<string, string>>;
  /** For the "not found" page. */
  missing: Readonly<Record<string, string>>;
}

/** @param options.isEmbed whether pages of other sites can show it in a frame */
export function documentHeaders(
  { publicUrl, imageHosts, sharedCacheSeconds }: Pick<Env, "publicUrl" | "imageHosts" | "sharedCacheSeconds">,
  { isEmbed }: { isEmbed: boolean },
): DocumentHeaders {
  const strict = strictTransport(publicUrl);
  const found = {
    "cache-control": "public, no-cache",
    vary: "Accept-Encoding",
    "content-security-policy": documentPolicy(imageHosts, isEmbed),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    ...(strict && { "strict-transport-security": strict }),
  };
  // See answerNotFound in answer-document.ts.
  const missing = { ...found, vary: "Accept-Encoding, Accept-Language" };
  if (sharedCacheSeconds === 0) return { found, missing };
  // "no-cache" would hold for shared caches as well, whatever s-maxage says (RFC 9111, 5.2.2). An address that has no document yet may
  // have one in a moment.
  const cacheControl = `public, max-age=0, must-revalidate, s-maxage=${sharedCacheSeconds}`;
  return { found: { ...found, "cache-control": cacheControl }, missing };
}
