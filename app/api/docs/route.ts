import { createHash } from "node:crypto";
import { DOCS_STYLE, docsPage, type ShownDocument } from "@/lib/api/docs-page";
import { openApiDocument } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations/all";

export const dynamic = "force-dynamic";

/** Allows the page's own style, and nothing else. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(DOCS_STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

let page: string | undefined;

/** The description of the API for people. It is public, as it contains no data of the desk. */
export async function GET(): Promise<Response> {
  page ??= docsPage(openApiDocument() as ShownDocument, OPERATIONS);
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "cache-control": "no-cache",
    },
  });
}
