import { isCitationFormat } from "@/lib/citations/citation-format";
import { notFound } from "@/lib/workflows/refusals";
import { exportSource } from "@/lib/workflows/sources/export-citations";
import { savedFile } from "../../saved-file";

interface Context {
  params: Promise<{ id: string; format: string }>;
}

/** One source for a reference manager. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  return savedFile(async (actor) =>
    isCitationFormat(format) ? exportSource(actor, { id, format }) : notFound("file"),
  );
}
