import { getServerSession } from "next-auth";
import { cache } from "react";
import { findOpenAccess } from "@/lib/db/guest-accesses";
import { findLiveSession, recordSeen, type SignInMethod } from "@/lib/db/sessions";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { authOptions, type SessionToken } from "./options";

/** A step of signing in that a person has to complete before they can do anything else. */
export type Step = "enter-code" | "choose-password" | "set-up-second-factor" | "renew-guest-access";

/** A session after the first step of signing in. While a step is missing, the person can do nothing else. */
export interface CurrentSession {
  id: string;
  person: Actor;
  method: SignInMethod;
  missing: Step | null;
}

/**
 * The session of this request; null for visitors. Session and person are read each time, so that a revoked session, an earlier epoch or a
 * disabled person counts as signed out. For the pages of sign-in steps; other code uses `findActor`.
 */
export const findSession = cache(async (): Promise<CurrentSession | null> => {
  const answer: { token?: SessionToken } | null = await getServerSession(authOptions());
  const { sub, sid, epoch } = answer?.token ?? {};
  if (!sub || !sid) return null;
  const now = new Date();
  const [found, policy] = await Promise.all([findLiveSession(sid, now), getSignInPolicy()]);
  if (!found) return null;
  const { session, user, hasSecondFactor } = found;
  if (user.id !== sub || user.disabled || user.sessionEpoch !== epoch) return null;
  if (now.getTime() - Date.parse(session.lastSeenAt) > 60_000) await recordSeen(sid, now);
  const { id, name, email, role } = user;
  const access = isGuest(user) ? await findOpenAccess(id, now) : null;
  let missing: Step | null = null;
  if (hasSecondFactor && session.secondFactorAt === null) missing = "enter-code";
  else if (isGuest(user) && !access) missing = "renew-guest-access";
  // People who signed in another way need not know the one-time password.
  else if (user.mustChangePassword && session.method === "password") missing = "choose-password";
  else if (!hasSecondFactor && policy.secondFactorRequired) missing = "set-up-second-factor";
  const person = { id, name, email, role, ...(access ? { articleId: access.article.id } : {}) };
  return { id: sid, person, method: session.method, missing };
});

/** The actor of this request; null for visitors and for people with a missing sign-in step. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const session = await findSession();
  return session?.missing === null ? session.person : null;
});

const refusals: Record<Step, string> = {
  "enter-code": "Enter the code of your second factor first.",
  "choose-password": "Choose your own password first.",
  "set-up-second-factor": "Set up your second factor first.",
  "renew-guest-access":
    "Your access as a guest reviewer has ended. Ask the person who invited you for more time.",
};

/** The actor, for server actions and routes; a failure says what to do. */
export async function actorForAction(): Promise<Result<Actor, Failure>> {
  const session = await findSession();
  if (!session)
    return err({
      kind: "unauthenticated",
      message: "You are signed out. Sign in again in another tab, then try again. Nothing you typed is lost.",
    });
  return session.missing
    ? err({ kind: "forbidden", message: refusals[session.missing] })
    : ok(session.person);
}
