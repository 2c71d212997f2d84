import type { NextRequest } from "next/server";
import { isCitationFormat } from "@/lib/citations/citation-format";
import { notFound } from "@/lib/workflows/refusals";
import { exportLibrary } from "@/lib/workflows/sources/export-citations";
import { fileResponse } from "../../[id]/file-response";

interface Context {
  params: Promise<{ format: string }>;
}

/** Citations of all sources that match the library’s filter, for reference managers. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { format } = await params;
  const query = request.nextUrl.searchParams;
  return fileResponse(async (actor) =>
    isCitationFormat(format)
      ? exportLibrary(actor, {
          format,
          filter: {
            query: query.get("q") ?? "",
            kind: (query.get("kind") || null) as never,
            state: (query.get("state") || null) as never,
          },
        })
      : notFound("file"),
  );
}
