import { findArticle } from "@/lib/db/articles";
import { type ChainedEvent, listExportedEvents } from "@/lib/db/audit-chain";
import type { Failure } from "@/lib/failure";
import { type ExportedEvent, exportHead, exportRows, type HistoryFormat } from "@/lib/history/export-rows";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** Events read at a time. */
const BATCH_SIZE = 1000;

/** The history of an article as a file, in chunks. */
export async function exportHistory(
  actor: Actor,
  { articleId, format }: { articleId: string; format: HistoryFormat },
): Promise<Result<{ slug: string; pieces: AsyncGenerator<string> }, Failure>> {
  const allowed = asResult(can(actor, "export-history", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  return ok({ slug: article.slug, pieces: historyPieces({ articleId: article.id }, format) });
}

/** Events as chunks of a file, oldest first. For the command line: there is no permission check. */
export async function* historyPieces(
  filter: { articleId?: string; since?: Date },
  format: HistoryFormat,
): AsyncGenerator<string> {
  yield exportHead(format);
  let after = 0n;
  for (;;) {
    const events = await listExportedEvents(filter, after, BATCH_SIZE);
    if (events.length > 0) yield exportRows(format, events.map(exported));
    const last = events.at(-1);
    if (!last || events.length < BATCH_SIZE) return;
    after = last.id;
  }
}

function exported({ id, sequence, actor, ...event }: ChainedEvent): ExportedEvent {
  return {
    ...event,
    id: String(id),
    sequence: sequence === 0n ? null : String(sequence),
    actor: actor?.name ?? null,
  };
}
