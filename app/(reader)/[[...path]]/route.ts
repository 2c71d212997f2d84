import type { NextRequest } from "next/server";
import { answerDocument, type DocumentAnswer } from "@/lib/documents/answer-document";

/**
 * Public documents where Next is hosted without the HTTP front of scripts/serve, which otherwise answers before these routes. Every address
 * that nothing else has ends here as well, and gets the page that says so.
 */
export async function GET(request: NextRequest): Promise<Response> {
  return toResponse(
    await answerDocument({
      method: request.method,
      url: `${request.nextUrl.pathname}${request.nextUrl.search}`,
      // Next compresses.
      acceptEncoding: undefined,
      acceptLanguage: request.headers.get("accept-language") ?? undefined,
      ifNoneMatch: request.headers.get("if-none-match") ?? undefined,
    }),
  );
}

export const HEAD = GET;

function toResponse({ status, headers, body }: DocumentAnswer): Response {
  return new Response(body && new Uint8Array(body), { status, headers });
}
