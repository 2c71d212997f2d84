import type { NextRequest } from "next/server";
import { isCitationFormat } from "@/lib/citations/citation-format";
import { notFound } from "@/lib/workflows/refusals";
import { exportLibrary } from "@/lib/workflows/sources/export-citations";
import { savedFile } from "../../[id]/saved-file";

interface Context {
  params: Promise<{ format: string }>;
}

/** What the filter of the library shows, all pages of it, for a reference manager. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { format } = await params;
  const query = request.nextUrl.searchParams;
  return savedFile(async (actor) =>
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
