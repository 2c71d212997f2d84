import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findOpenAccess, grantAccess, lockGuest } from "@/lib/db/guest-accesses";
import { extendInvitationRow } from "@/lib/db/invitations";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { changedMeanwhile, findGuest } from "./find-guest";
import { DAY_MS, guestDays, guestKey } from "./guest-input";

const extendInput = z.object({ ...guestKey, days: guestDays });

export type ExtendGuestInput = z.input<typeof extendInput>;

/** Extends the access of a guest or an invitation; one that has expired is extended from now. */
export async function extendGuest(
  actor: Actor,
  input: ExtendGuestInput,
): Promise<Result<{ until: string }, Failure>> {
  const parsed = parseInput(extendInput, input);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "extend", "guest", { articleId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findGuest(tx, parsed.value);
    if (!found.ok) return found;
    const { id, targetType, targetId, name, before, person } = found.value;
    if (person) {
      await lockGuest(tx, person.id);
      const other = await findOpenAccess(person.id, new Date(), tx);
      if (other && other.id !== id)
        return invalid(`${name} is now a guest of “${other.article.title}”. End that access first.`);
    }
    const from = Math.max(Date.now(), before.revoked ? 0 : Date.parse(before.until));
    const expiresAt = new Date(from + parsed.value.days * DAY_MS);
    if (person) await grantAccess(tx, { userId: person.id, articleId, invitedById: actor.id, expiresAt });
    else if (!(await extendInvitationRow(tx, id, expiresAt))) return changedMeanwhile();
    const until = expiresAt.toISOString();
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "guest.extend",
      targetType,
      targetId,
      articleId,
      from: { guest: name, until: before.until },
      to: { guest: name, until },
    });
    return ok({ until });
  });
}
