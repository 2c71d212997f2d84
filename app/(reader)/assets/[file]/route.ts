import type { NextRequest } from "next/server";
import { answerAsset } from "@/lib/documents/document-files";

/** Styles, script and fonts of public documents, where Next is hosted without the HTTP front. */
export async function GET(request: NextRequest): Promise<Response> {
  const { status, headers, body } = await answerAsset(request.nextUrl.pathname, {
    method: request.method,
    acceptEncoding: request.headers.get("accept-encoding") ?? undefined,
  });
  return new Response(body && new Uint8Array(body), { status, headers });
}

export const HEAD = GET;
