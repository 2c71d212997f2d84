import { z } from "zod";
import type { Claimant } from "@/lib/claimants/claimant";
import { claimantFields } from "@/lib/claimants/claimant-input";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { lockClaimants, updateClaimant as storeClaimant } from "@/lib/db/claimants";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { changesOf } from "@/lib/history/claim-record";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = claimantFields.extend({
  id: z.string(),
  /** The Claimant.revision that the edit is based on. */
  revision: z.int(),
});

export type UpdateClaimantInput = z.input<typeof inputSchema>;

/** Changes a claimant for all claims that name them. Publications keep what they say. */
export async function updateClaimant(
  actor: Actor,
  input: UpdateClaimantInput,
): Promise<Result<Claimant, Failure>> {
  const allowed = asResult(can(actor, "edit", "claimant"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { id, revision, ...fields } = parsed.value;
  return inTransaction(async (tx) => {
    const [before] = await lockClaimants(tx, [id]);
    if (!before) return notFound("claimant");
    if (before.revision !== revision)
      return err({
        kind: "stale",
        message: "Someone changed this claimant in the meantime. Compare both versions, then save again.",
        current: before,
      });
    const { from, to } = changesOf(fieldsOf(before), fields);
    if (Object.keys(to).length === 0) return ok(before);
    const after = await storeClaimant(tx, id, fields);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claimant.update",
      targetType: "claimant",
      targetId: id,
      from,
      to,
    });
    return ok(after);
  });
}

function fieldsOf({ id: _, revision: __, ...fields }: Claimant) {
  return fields;
}
