import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { findArticle, touchArticle } from "@/lib/db/articles";
import { type AssignedClaim, findAssignable, lockAssignees, setAssignee } from "@/lib/db/assignments";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimsById } from "@/lib/db/claims";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { ASSIGNED_AT_ONCE } from "@/lib/review/claim-batch";
import { notifyOfClaims } from "@/lib/workflows/notifications/notify";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({
  articleId: z.string(),
  claims: z
    .array(
      z.object({
        claimId: z.string(),
        /** The assignee that the page shows, so that no one takes a claim from another person unknowingly. */
        seenAssigneeId: z.string().nullable(),
      }),
    )
    .min(1, "Choose at least one claim.")
    .max(ASSIGNED_AT_ONCE, `At most ${ASSIGNED_AT_ONCE} claims can be assigned at a time. Choose fewer.`),
  /** Null for no one. */
  assigneeId: z.string("Choose a person.").nullable(),
});

export type AssignClaimsInput = z.input<typeof inputSchema>;

/** Why one claim of a batch stayed unchanged. */
export interface SkippedClaim {
  claimId: string;
  message: string;
}

/**
 * Assigns claims of an article. Claims that cannot be assigned stay unchanged, each with a reason. The assignee is notified once, however
 * many claims there are.
 */
export async function assignClaims(
  actor: Actor,
  input: AssignClaimsInput,
): Promise<Result<{ claims: Claim[]; left: SkippedClaim[] }, Failure>> {
  const isStaff = asResult(can(actor, "read", "article"));
  if (!isStaff.ok) return isStaff;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, claims, assigneeId } = parsed.value;
  const done = await inTransaction((tx) => assignWithin(tx, actor, { articleId, claims, assigneeId }));
  if (!done.ok) return done;
  const { left } = done.value;
  const refused = new Set(left.map(({ claimId }) => claimId));
  const ids = claims.map(({ claimId }) => claimId).filter((id) => !refused.has(id));
  return ok({ claims: await listClaimsById(articleId, ids), left });
}

/**
 * The same in the transaction of another change.
 * @returns the claims that stayed unchanged
 */
export async function assignWithin(
  tx: Tx,
  actor: Actor,
  { articleId, claims, assigneeId }: z.output<typeof inputSchema>,
): Promise<Result<{ left: SkippedClaim[] }, Failure>> {
  const article = await findArticle(articleId, tx);
  if (!article) return notFound("article");
  const assignee = assigneeId === null ? null : await findAssignable(assigneeId, tx);
  if (assigneeId !== null && !assignee)
    return invalid("This person can no longer sign in. Choose someone else.", {
      assigneeId: ["This person can no longer sign in. Choose someone else."],
    });
  const locked = new Map(
    (
      await lockAssignees(
        tx,
        articleId,
        claims.map(({ claimId }) => claimId),
      )
    ).map((claim) => [claim.id, claim]),
  );
  const left: SkippedClaim[] = [];
  const changed: AssignedClaim[] = [];
  for (const { claimId, seenAssigneeId } of claims) {
    const claim = locked.get(claimId);
    const message = claim ? refusalOf(actor, claim, seenAssigneeId, assigneeId) : GONE;
    if (message !== null) left.push({ claimId, message });
    else if (claim && claim.assignee?.id !== assigneeId && !changed.includes(claim)) changed.push(claim);
  }
  if (changed.length === 0) return ok({ left });
  await setAssignee(
    tx,
    changed.map(({ id }) => id),
    assigneeId,
  );
  await touchArticle(tx, articleId);
  for (const claim of changed)
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.assign",
      targetType: "claim",
      targetId: claim.id,
      articleId,
      from: { assignee: claim.assignee },
      to: { assignee },
    });
  if (assignee)
    await notifyOfClaims(
      tx,
      { kind: "assignment", of: "claims", actorId: actor.id, assigneeId: assignee.id },
      {
        articleId,
        claims: changed.map(({ id }) => ({
          claimId: id,
          eventKey: `assign:${id}:${crypto.randomUUID()}`,
          note: null,
        })),
      },
    );
  return ok({ left });
}

/**
 * Assigns one claim as its form asks, in the transaction that saves the form: both or neither.
 * @param chosen missing where nothing was chosen
 */
export async function assignFromForm(
  tx: Tx,
  actor: Actor,
  { id: claimId, articleId }: { id: string; articleId: string },
  chosen: { id: string | null; seenId: string | null } | undefined,
): Promise<Result<null, Failure>> {
  if (!chosen) return ok(null);
  const claims = [{ claimId, seenAssigneeId: chosen.seenId }];
  const assigned = await assignWithin(tx, actor, { articleId, claims, assigneeId: chosen.id });
  const refusal = assigned.ok ? assigned.value.left[0]?.message : assigned.error.message;
  return refusal === undefined ? ok(null) : invalid(refusal, { assignee: [refusal] });
}

const GONE = "It was deleted.";

function refusalOf(
  actor: Actor,
  claim: AssignedClaim,
  seenAssigneeId: string | null,
  assigneeId: string | null,
): string | null {
  const fromId = claim.assignee?.id ?? null;
  if (claim.retired) return "It is retired. Restore it first.";
  if (fromId === assigneeId) return null;
  if (fromId !== seenAssigneeId)
    return claim.assignee
      ? `It was assigned to ${claim.assignee.name} in the meantime. Review it again.`
      : "It was unassigned in the meantime. Review it again.";
  const decision = can(actor, "claim", "assignment", { fromId, toId: assigneeId });
  return decision.allowed ? null : decision.reason;
}
