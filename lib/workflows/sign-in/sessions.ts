import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listSessions, revokeSessions, type Session } from "@/lib/db/sessions";
import { inTransaction } from "@/lib/db/transaction";
import { findUser, updateUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** The actor's sessions, most recently used first. */
export async function listOwnSessions(actor: Actor, now: Date): Promise<Session[]> {
  return listSessions(actor.id, now);
}

/** Ends one session of a person. Does nothing if it has already ended. */
export async function endSession(userId: string, sessionId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await revokeSessions(tx, userId, { only: sessionId }, now);
    if (ended > 0)
      await appendAuditEvent(tx, {
        actorId: userId,
        action: "user.sign-out",
        targetType: "user",
        targetId: userId,
        to: { sessionId },
      });
    return ok(null);
  });
}

const revokeInput = z.object({ sessionId: z.uuid("This session could not be found. Reload the page.") });

/** Ends one of the actor's own sessions. */
export async function revokeSession(
  actor: Actor,
  input: z.input<typeof revokeInput>,
  now: Date,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(revokeInput, input);
  if (!parsed.ok) return parsed;
  const { sessionId } = parsed.value;
  return inTransaction(async (tx) => {
    if ((await revokeSessions(tx, actor.id, { only: sessionId }, now)) === 0)
      return invalid("This session has already ended. Reload the page.");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.revoke-session",
      targetType: "user",
      targetId: actor.id,
      to: { sessionId },
    });
    return ok(null);
  });
}

/** Ends all of the actor's other sessions. */
export async function revokeOtherSessions(
  actor: Actor,
  currentId: string,
  now: Date,
): Promise<Result<{ count: number }, Failure>> {
  return inTransaction(async (tx) => {
    const count = await revokeSessions(tx, actor.id, { allBut: currentId }, now);
    if (count > 0)
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "user.revoke-other-sessions",
        targetType: "user",
        targetId: actor.id,
        to: { count },
      });
    return ok({ count });
  });
}

const endInput = z.object({ userId: z.string() });

/** Signs another person out everywhere. */
export async function endSessionsOf(
  actor: Actor,
  input: z.input<typeof endInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(endInput, input);
  if (!parsed.ok) return parsed;
  const { userId } = parsed.value;
  const allowed = asResult(can(actor, "end-sessions", "person", { id: userId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    if (!(await findUser(userId, tx))) return notFound("person");
    await updateUser(tx, userId, { endSessions: true });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.end-sessions",
      targetType: "user",
      targetId: userId,
    });
    return ok(null);
  });
}
