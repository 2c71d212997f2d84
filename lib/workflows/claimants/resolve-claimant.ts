import type { Claimant, ClaimedBy } from "@/lib/claimants/claimant";
import type { EnteredClaimant } from "@/lib/claimants/claimant-input";
import { claimantKind } from "@/lib/claimants/claimant-kind";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaimant, insertClaimant, listClaimantsNamed, lockClaimantName } from "@/lib/db/claimants";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** The claimant of a claim as it is stored. */
export interface StoredClaimant {
  claimantId: string | null;
  claimantRole: string | null;
}

/**
 * The claimant that was entered with a claim: a known one by id or by a name that no other has, or else a new one.
 * @param before the claim's claimant so far, which a name means before all others
 */
export async function resolveClaimant(
  tx: Tx,
  actor: Actor,
  entered: EnteredClaimant | null,
  before: ClaimedBy | null = null,
): Promise<Result<StoredClaimant, Failure>> {
  if (!entered) return ok({ claimantId: null, claimantRole: null });
  const found = entered.id
    ? await findClaimant(tx, entered.id)
    : await findOrMake(tx, actor, { ...entered, name: entered.name ?? "" }, before);
  if (!found) return refused("This claimant no longer exists. Enter a name instead.");
  if ("ambiguous" in found)
    return refused(
      `${found.ambiguous} claimants are called “${entered.name}”. Choose one of them, or say that it is a new one.`,
    );
  return ok({ claimantId: found.id, claimantRole: entered.role });
}

async function findOrMake(
  tx: Tx,
  actor: Actor,
  { name, kind, role, sameAs, isNew }: EnteredClaimant & { name: string },
  before: ClaimedBy | null,
): Promise<Claimant | { ambiguous: number }> {
  const find = async () => {
    const named = await listClaimantsNamed(tx, name);
    const known = named.filter((each) => !kind || each.kind === kind);
    const same = known.find(({ id }) => id === before?.id) ?? (known.length === 1 ? known[0] : undefined);
    return same ?? (known.length > 1 ? { ambiguous: known.length } : null);
  };
  if (!isNew) {
    const found = await find();
    if (found) return found;
    // Two claims that are saved at once and name the same new claimant make one of it.
    await lockClaimantName(tx, name);
    const made = await find();
    if (made) return made;
  }
  const fields = {
    kind: kind ?? claimantKind(name),
    name,
    // What tells them apart from another one of that name, until someone describes them better.
    description: role,
    aliases: [],
    sameAs,
  };
  const made = await insertClaimant(tx, { ...fields, createdById: actor.id });
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "claimant.create",
    targetType: "claimant",
    targetId: made.id,
    to: fields,
  });
  return made;
}

function refused(message: string) {
  return invalid(message, { claimant: [message] });
}
