import { actorForAction } from "@/lib/auth/find-actor";
import { toClient } from "@/lib/to-client";
import { exportChecks } from "@/lib/workflows/checklist/list-checks";
import { answerDownload } from "../../answer-download";

interface Context {
  params: Promise<{ id: string }>;
}

/** The record of checking an article as a CSV download. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return new Response(actor.error.message, { status: 401 });
  const { id } = await params;
  const person = new URL(request.url).searchParams.get("person");
  const result = toClient(await exportChecks(actor.value, { articleId: id, person }));
  if (!result.ok)
    return new Response(result.error.message, { status: result.error.kind === "forbidden" ? 403 : 404 });
  const { slug, pieces } = result.value;
  return answerDownload(pieces, { name: `checks-${slug}.csv`, type: "text/csv" });
}
