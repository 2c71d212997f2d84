import type { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listSourcesAfter } from "@/lib/db/source-search";
import { findSource, insertSource, type SourceRecord } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { sourceFields } from "@/lib/sources/source-input";
import { sourceKeysOf } from "@/lib/sources/source-keys";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { knownSourceWith, type SourceMatch } from "./find-known-source";

/** A new source, or the one that the desk already has. */
export type CreatedSource =
  | { source: SourceRecord; created: true }
  | { source: SourceRecord; created: false; knownBy: SourceMatch["by"] };

/**
 * Adds a source to the library. If one with its address or DOI exists, that one is returned unchanged.
 * @param options.offerSameTitle whether one with the same title is returned too, instead of adding a second
 */
export async function createSource(
  actor: Actor,
  input: z.input<typeof sourceFields>,
  { offerSameTitle = false }: { offerSameTitle?: boolean } = {},
): Promise<Result<CreatedSource, Failure>> {
  const allowed = asResult(can(actor, "create", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(sourceFields, input);
  if (!parsed.ok) return parsed;
  const fields = parsed.value;
  const keys = sourceKeysOf(fields);
  return inTransaction(async (tx): Promise<Result<CreatedSource, Failure>> => {
    const known = await knownSourceWith(tx, offerSameTitle ? keys : { ...keys, titleKey: null });
    if (known) {
      const existing = await findSource(tx, known.source.id);
      return existing ? ok({ source: existing, created: false, knownBy: known.by }) : notFound("source");
    }
    const inserted = await insertSource(tx, { ...fields, ...keys, createdById: actor.id });
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
    if (!source) return notFound("source");
    return ok(inserted.created ? { source, created: true } : { source, created: false, knownBy: "address" });
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
