import { findGuestAccess } from "@/lib/db/guest-accesses";
import { findInvitation } from "@/lib/db/invitations";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { invalid, notFound } from "@/lib/workflows/refusals";

export function changedMeanwhile(): { ok: false; error: Failure } {
  return invalid("This was changed in the meantime. Reload the page.");
}

/** A guest or invited guest of an article, as the audit log names them. */
interface FoundGuest {
  id: string;
  targetType: "user" | "invitation";
  targetId: string;
  name: string;
  before: { until: string; revoked: boolean };
  /** Null until they join. */
  person: { id: string } | null;
}

export async function findGuest(
  tx: Tx,
  { articleId, id, kind }: { articleId: string; id: string; kind: "invitation" | "access" },
): Promise<Result<FoundGuest, Failure>> {
  if (kind === "invitation") {
    const found = await findInvitation(id, tx);
    if (found?.article?.id !== articleId) return notFound("invitation");
    const before = { until: found.expiresAt, revoked: false };
    return ok({ id, targetType: "invitation", targetId: id, name: found.name, before, person: null });
  }
  const found = await findGuestAccess(id, tx);
  if (found?.article.id !== articleId) return notFound("person");
  const { person, expiresAt, revokedAt } = found;
  const before = { until: expiresAt, revoked: revokedAt !== null };
  return ok({ id, targetType: "user", targetId: person.id, name: person.name, before, person });
}
