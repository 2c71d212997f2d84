import { z } from "zod";
import type { Check, CheckPoint } from "@/lib/checklist/check";
import { checkHead, checkRows } from "@/lib/checklist/check-rows";
import type { PersonName } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { countChecks, listCheckers, listChecks as listCheckRows } from "@/lib/db/checks";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** Entries per page of the record. */
export const CHECKS_PER_PAGE = 50;
/** Entries that a download reads at a time. */
const BATCH_SIZE = 1000;

const pageInput = z.object({
  person: z.uuid().nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});

type ReadArticle = { id: string; slug: string; title: string };

export interface CheckPage {
  article: ReadArticle;
  checks: Check[];
  /** Counted up to 1,001. */
  total: number;
  /** Everyone in the record. */
  people: PersonName[];
  person: string | null;
  page: number;
}

/** A page of the record of checking: who checked what, when and at which version, newest first. */
export async function listChecks(
  actor: Actor,
  { articleId, ...input }: z.input<typeof pageInput> & { articleId: string },
): Promise<Result<CheckPage, Failure>> {
  const found = await readable(actor, articleId);
  if (!found.ok) return found;
  const { person, page } = pageInput.parse(input);
  const filter = { articleId: found.value.id, personId: person };
  const [checks, total, people] = await Promise.all([
    listCheckRows(filter, { limit: CHECKS_PER_PAGE, offset: (page - 1) * CHECKS_PER_PAGE }),
    countChecks(filter),
    listCheckers(found.value.id),
  ]);
  return ok({ article: found.value, checks, total, people, person, page });
}

/** A page of the record for the API. @param limit at most 100 */
export async function pageChecks(
  actor: Actor,
  { articleId, after, limit }: { articleId: string; after: CheckPoint | null; limit: number },
): Promise<Result<{ checks: Check[]; next: CheckPoint | null; total: number }, Failure>> {
  const found = await readable(actor, articleId);
  if (!found.ok) return found;
  const filter = { articleId: found.value.id };
  const [rows, total] = await Promise.all([
    listCheckRows(filter, { after, limit: limit + 1 }),
    countChecks(filter),
  ]);
  const checks = rows.slice(0, limit);
  const last = checks.at(-1);
  return ok({ checks, next: rows.length > limit && last ? { at: last.at, id: last.id } : null, total });
}

/** The record as a CSV file, in chunks, newest first. */
export async function exportChecks(
  actor: Actor,
  { articleId, person }: { articleId: string; person: string | null },
): Promise<Result<{ slug: string; pieces: AsyncGenerator<string> }, Failure>> {
  const found = await readable(actor, articleId);
  if (!found.ok) return found;
  const { person: personId } = pageInput.parse({ person });
  return ok({ slug: found.value.slug, pieces: csvPieces({ articleId: found.value.id, personId }) });
}

async function* csvPieces(filter: { articleId: string; personId: string | null }): AsyncGenerator<string> {
  yield checkHead();
  let after: CheckPoint | null = null;
  for (;;) {
    const checks: Check[] = await listCheckRows(filter, { after, limit: BATCH_SIZE });
    if (checks.length > 0) yield checkRows(checks);
    const last = checks.at(-1);
    if (!last || checks.length < BATCH_SIZE) return;
    after = { at: last.at, id: last.id };
  }
}

async function readable(actor: Actor, articleId: string): Promise<Result<ReadArticle, Failure>> {
  const allowed = asResult(can(actor, "read", "checklist", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const { id, slug, title } = article;
  return ok({ id, slug, title });
}
