import { findMergedInto } from "@/lib/db/audit-events";
import { findSource, type SourceRecord } from "@/lib/db/sources";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** Longer chains do not occur in practice. */
const MAX_MERGES = 20;

/** A source by its id, or the one it was merged into since, through any number of merges; null if it was deleted. */
export async function findSourceOrMerged(tx: Tx | undefined, id: string): Promise<SourceRecord | null> {
  let at: string | null = id;
  for (let merges = 0; at !== null && merges <= MAX_MERGES; merges++) {
    const source: SourceRecord | null = await findSource(tx, at);
    if (source) return source;
    at = await findMergedInto(tx, at);
  }
  return null;
}

/** The source that a former source was merged into, for links from before the merge. */
export async function sourceMergedInto(
  actor: Actor,
  { id }: { id: string },
): Promise<Result<{ id: string }, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSourceOrMerged(undefined, id);
  return source ? ok({ id: source.id }) : notFound("source");
}
