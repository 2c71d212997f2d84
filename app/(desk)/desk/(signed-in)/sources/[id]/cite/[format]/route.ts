import { isCitationFormat } from "@/lib/citations/citation-format";
import { notFound } from "@/lib/workflows/refusals";
import { exportSource } from "@/lib/workflows/sources/export-citations";
import { fileResponse } from "../../file-response";

interface Context {
  params: Promise<{ id: string; format: string }>;
}

/** The citation of one source, for reference managers. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  return fileResponse(async (actor) =>
    isCitationFormat(format) ? exportSource(actor, { id, format }) : notFound("file"),
  );
}
