import { signedText } from "@/lib/reports/publications/signed-text";

export type FileCheck =
  /** As it was published. What it says of itself can be shown. */
  | ({ kind: "valid" } & ReportIdentity)
  /** Someone changed it after it was signed. */
  | { kind: "changed" }
  /** It says that this site signed it, with a key that this site never had. */
  | { kind: "forged" }
  /** Signed by another site. `host` is where the file says that its keys are. */
  | { kind: "other-publisher"; host: string }
  | { kind: "unsigned" }
  /** Not a report as JSON. */
  | { kind: "unreadable" };

/** What a report says of itself. */
export interface ReportIdentity {
  title: string;
  slug: string;
  publication: number | null;
  signedAt: string | null;
  /** How many claims it has, of how many in the article: a report can be of selected claims. */
  claims: { included: number; all: number };
}

/**
 * Checks in the browser whether a report as JSON is as this site published it: Ed25519 over its canonical form (RFC 8032, RFC 8785), as
 * `lib/signatures/report-signature.ts` does on the server.
 * @param text of the file
 * @param site its keys, as /.well-known/obelus-key.json lists them, and its host
 * @throws a DOMException if the browser does not know Ed25519
 */
export async function verifyFile(
  text: string,
  { keys, host }: { keys: readonly unknown[]; host: string },
): Promise<FileCheck> {
  const report = objectIn(text);
  if (!report) return { kind: "unreadable" };
  const { signature } = report;
  if (signature === undefined) return { kind: "unsigned" };
  if (!isSignature(signature)) return { kind: "unreadable" };
  const key = keys.find((each): each is JsonWebKey => isObject(each) && each.kid === signature.keyId);
  if (!key) {
    const named = hostOf(signature.keys);
    return named === host ? { kind: "forged" } : { kind: "other-publisher", host: named };
  }
  const { kty, crv, x } = key as Record<string, string>;
  const publicKey = await crypto.subtle.importKey("jwk", { kty, crv, x } as JsonWebKey, "Ed25519", false, [
    "verify",
  ]);
  const bytes = signedBytes(report, signature);
  const isValid =
    bytes !== null &&
    (await crypto.subtle.verify("Ed25519", publicKey, fromBase64Url(signature.value), bytes));
  return isValid ? { kind: "valid", ...identityOf(report) } : { kind: "changed" };
}

interface Signature {
  keyId: string;
  keys: string;
  revision: number;
  /** base64url. */
  value: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function objectIn(text: string): Record<string, unknown> | null {
  try {
    // A byte order mark is not part of it.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isSignature(value: unknown): value is Signature {
  return (
    isObject(value) &&
    typeof value.keyId === "string" &&
    typeof value.keys === "string" &&
    typeof value.revision === "number" &&
    typeof value.value === "string" &&
    /^[\w-]{86}$/.test(value.value)
  );
}

/** Null for what has no canonical form: no such report was ever signed. */
function signedBytes(report: object, signature: Signature): Uint8Array<ArrayBuffer> | null {
  try {
    return new TextEncoder().encode(signedText(report, signature));
  } catch {
    return null;
  }
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}

function identityOf({ article, publication, claims, selection }: Record<string, unknown>): ReportIdentity {
  const { title, slug } = isObject(article) ? article : {};
  const { number, publishedAt } = isObject(publication) ? publication : {};
  const included = Array.isArray(claims) ? claims.length : 0;
  const all = isObject(selection) && typeof selection.of === "number" ? selection.of : included;
  return {
    title: typeof title === "string" ? title : "",
    slug: typeof slug === "string" ? slug : "",
    publication: typeof number === "number" ? number : null,
    signedAt: typeof publishedAt === "string" ? publishedAt : null,
    claims: { included, all },
  };
}
