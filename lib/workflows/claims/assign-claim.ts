import { z } from "zod";
import type { Claim, PersonName } from "@/lib/claims/claim";
import { suggestPeople } from "@/lib/comments/mentions";
import { listAssignable } from "@/lib/db/assignments";
import { findClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { assignClaims } from "./assign-claims";

const inputSchema = z.object({
  claimId: z.string(),
  /** Null for no one. */
  assigneeId: z.string().nullable(),
  /** The assignee that the actor saw, null for no one. */
  seenAssigneeId: z.string().nullable(),
});

/**
 * Assigns one claim, by the rules of assigning many.
 * @returns the claim; "stale" with the current claim if it was assigned to another person in the meantime
 */
export async function assignClaim(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<Claim, Failure>> {
  const isStaff = asResult(can(actor, "read", "article"));
  if (!isStaff.ok) return isStaff;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, assigneeId, seenAssigneeId } = parsed.value;
  const before = await findClaim(claimId);
  if (!before || before.deleted) return notFound("claim");
  const { articleId } = before;
  const claims = [{ claimId, seenAssigneeId }];
  const assigned = await assignClaims(actor, { articleId, claims, assigneeId });
  if (!assigned.ok) return assigned;
  const after = await findClaim(claimId);
  if (!after || after.deleted) return notFound("claim");
  const message = assigned.value.left[0]?.message;
  if (message === undefined) return ok(after);
  // A list has only the reasons; for one claim, the kind of failure is known as well.
  const fromId = after.assignee?.id ?? null;
  if (after.state !== "retired" && fromId !== seenAssigneeId)
    return err({ kind: "stale", message, current: after });
  const allowed = asResult(can(actor, "claim", "assignment", { fromId, toId: assigneeId }));
  return allowed.ok ? invalid(message, { assigneeId: [message] }) : allowed;
}

/** Everyone who can be assigned work, by name. @param input.query only people whose name, or a part of it, begins with this */
export async function listAssignees(
  actor: Actor,
  { query }: { query?: string | undefined },
): Promise<Result<PersonName[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const people = await listAssignable();
  return ok(query === undefined ? people : suggestPeople(people, query, people.length));
}
