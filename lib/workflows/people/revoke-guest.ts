import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { revokeAccess } from "@/lib/db/guest-accesses";
import { revokeInvitationRow } from "@/lib/db/invitations";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { changedMeanwhile, findGuest } from "./find-guest";
import { guestKey } from "./guest-input";

const revokeInput = z.object(guestKey);

export type RevokeGuestInput = z.input<typeof revokeInput>;

/** Ends a guest's access immediately, or withdraws their invitation. */
export async function revokeGuest(actor: Actor, input: RevokeGuestInput): Promise<Result<null, Failure>> {
  const parsed = parseInput(revokeInput, input);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "revoke", "guest", { articleId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findGuest(tx, parsed.value);
    if (!found.ok) return found;
    const { id, targetType, targetId, name, before, person } = found.value;
    const ended = person ? await revokeAccess(tx, id, new Date()) : await revokeInvitationRow(tx, id);
    if (!ended) return changedMeanwhile();
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "guest.revoke",
      targetType,
      targetId,
      articleId,
      from: { guest: name, until: before.until },
    });
    return ok(null);
  });
}
