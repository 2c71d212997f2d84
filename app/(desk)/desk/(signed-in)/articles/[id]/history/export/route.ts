import { actorForAction } from "@/lib/auth/find-actor";
import { HISTORY_FORMATS } from "@/lib/history/export-rows";
import { toClient } from "@/lib/to-client";
import { exportHistory } from "@/lib/workflows/history/export-history";
import { answerDownload } from "../../answer-download";

interface Context {
  params: Promise<{ id: string }>;
}

/** The history of an article as a download. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return new Response(actor.error.message, { status: 401 });
  const { id } = await params;
  const requested = new URL(request.url).searchParams.get("format");
  const format = HISTORY_FORMATS.find((each) => each === requested) ?? "jsonl";
  const result = toClient(await exportHistory(actor.value, { articleId: id, format }));
  if (!result.ok)
    return new Response(result.error.message, { status: result.error.kind === "forbidden" ? 403 : 404 });
  const { slug, pieces } = result.value;
  const type = format === "csv" ? "text/csv" : "application/jsonl";
  return answerDownload(pieces, { name: `history-${slug}.${format}`, type });
}
