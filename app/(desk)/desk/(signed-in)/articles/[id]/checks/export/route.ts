import { actorForAction } from "@/lib/auth/find-actor";
import { toClient } from "@/lib/to-client";
import { exportChecks } from "@/lib/workflows/checklist/list-checks";

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
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="checks-${slug}.csv"`,
      "cache-control": "no-store",
    },
  });
}
