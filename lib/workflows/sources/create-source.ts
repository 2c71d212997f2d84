import type { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listSourcesAfter } from "@/lib/db/source-search";
import {
  findSource,
  findSourceByDoi,
  findSourceByUrlKey,
  insertSource,
  type SourceRecord,
} from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { sourceFields } from "@/lib/sources/source-input";
import { sourceKeysOf } from "@/lib/sources/source-keys";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** Adds a source to the library. If one with its address or DOI exists, that one is returned unchanged. */
export async function createSource(
  actor: Actor,
  input: z.input<typeof sourceFields>,
): Promise<Result<{ source: SourceRecord; created: boolean }, Failure>> {
  const allowed = asResult(can(actor, "create", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(sourceFields, input);
  if (!parsed.ok) return parsed;
  const fields = parsed.value;
  const { urlKey, doi } = sourceKeysOf(fields);
  return inTransaction(async (tx) => {
    const known =
      (urlKey === null ? null : await findSourceByUrlKey(tx, urlKey)) ??
      (doi === null ? null : await findSourceByDoi(tx, doi));
    if (known) return ok({ source: known, created: false });
    const inserted = await insertSource(tx, { ...fields, urlKey, doi, createdById: actor.id });
    const { id } = inserted.source;
    if (inserted.created)
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "source.create",
        targetType: "source",
        targetId: id,
        to: fields,
      });
    const source = await findSource(tx, id);
    return source ? ok({ source, created: inserted.created }) : notFound("source");
  });
}

/** Sources that contain some words, newest first, after a cursor. */
export async function listSources(
  actor: Actor,
  query: { q?: string | undefined; limit: number; after: string | null },
): Promise<Result<{ items: SourceRecord[]; nextCursor: string | null; total: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  return allowed.ok
    ? ok(await listSourcesAfter(query.q?.slice(0, 300) ?? "", query.limit, query.after))
    : allowed;
}
