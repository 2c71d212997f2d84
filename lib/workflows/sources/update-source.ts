import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  findSourceByKeys,
  lockSources,
  type SourceFields,
  type SourceRecord,
  updateSource as storeSource,
} from "@/lib/db/sources";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { changesOf } from "@/lib/history/claim-record";
import type { Restored } from "@/lib/history/content-at";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { sourceFields } from "@/lib/sources/source-input";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { queueVisit } from "./queue-visit";
import { fieldsOf, withKeys } from "./source-fields";

const updateInput = sourceFields.extend({ id: z.string(), revision: z.int() });

/**
 * Changes a source for all claims that use it.
 * @param options.restored the event from which these fields are restored
 */
export async function updateSource(
  actor: Actor,
  input: z.input<typeof updateInput>,
  { restored }: { restored?: Restored } = {},
): Promise<Result<SourceRecord, Failure>> {
  const allowed = asResult(can(actor, "edit", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(updateInput, input);
  if (!parsed.ok) return parsed;
  const { id, revision, ...fields } = parsed.value;
  return inTransaction(async (tx) => {
    const [before] = await lockSources(tx, [id]);
    if (!before) return notFound("source");
    if (before.revision !== revision)
      return err({
        kind: "stale",
        message: "Someone changed this source in the meantime. Compare both versions, then save again.",
        current: before,
      });
    if (before.confidential && !fields.confidential) {
      const disclosed = asResult(can(actor, "disclose", "source"));
      if (!disclosed.ok) return disclosed;
    }
    const keyed = withKeys(fields);
    const other = await findSame(tx, id, keyed);
    if (other)
      return invalid(`“${other.title}” already has this address or DOI. Merge the two instead.`, {
        [other.doi && other.doi === keyed.doi ? "doi" : "url"]: [
          "Another source already has this address or DOI. Merge the two instead.",
        ],
      });
    const moved = keyed.url !== before.url;
    // A link check of the old address does not apply to the new one.
    const after = await storeSource(tx, id, revision, { ...keyed, ...(moved && UNCHECKED) });
    if (!after) return notFound("source");
    if (moved && before.linkCheckedAt !== null && after.url !== null && !after.confidential)
      await queueVisit(tx, after);
    const changes = changesOf(fieldsOf(before), fieldsOf(after));
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: restored ? "source.restore" : "source.update",
      targetType: "source",
      targetId: id,
      from: changes.from,
      to: { ...changes.to, ...(restored && { restored }) },
    });
    return ok(after);
  });
}

const UNCHECKED = { linkState: "unchecked", linkNote: null, linkCheckedAt: null } as const;

async function findSame(tx: Tx, id: string, { urlKey, doi }: SourceFields): Promise<Source | null> {
  const found = [
    urlKey === null ? null : await findSourceByKeys(tx, { urlKey, doi: null }),
    doi ? await findSourceByKeys(tx, { urlKey: null, doi }) : null,
  ];
  return found.find((each) => each && each.id !== id) ?? null;
}
