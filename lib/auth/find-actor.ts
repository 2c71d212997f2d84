import { getServerSession } from "next-auth";
import { cache } from "react";
import { findOpenAccess } from "@/lib/db/guest-accesses";
import { findLiveSession, recordSeen, type SignInMethod } from "@/lib/db/sessions";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { getSignInPolicy } from "@/lib/workflows/people/sign-in-policy";
import { authOptions, type SessionToken } from "./options";

/** A step of signing in that a person has to complete before they can do anything else. */
export type Step = "enter-code" | "choose-password" | "set-up-second-factor" | "renew-guest-access";

/** A session of somebody who took the first step of signing in. While a step is missing, they may do that and nothing else. */
export interface CurrentSession {
  id: string;
  person: Actor;
  method: SignInMethod;
  missing: Step | null;
}

/**
 * The session of this request; null for visitors. Session and person are read each time: one that was revoked, is of an earlier
 * epoch, or belongs to somebody who was disabled, is none. For the pages of those steps; everybody else asks `findActor`.
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
  // Whoever came in another way need not know the one-time password.
  else if (user.mustChangePassword && session.method === "password") missing = "choose-password";
  else if (!hasSecondFactor && policy.secondFactorRequired) missing = "set-up-second-factor";
  const person = { id, name, email, role, ...(access ? { articleId: access.article.id } : {}) };
  return { id: sid, person, method: session.method, missing };
});

/** Who is acting in this request; null for visitors, and for those who have a step of signing in before them. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const session = await findSession();
  return session?.missing === null ? session.person : null;
});

const refusals: Record<Step, string> = {
  "enter-code": "Give the code of your second factor first.",
  "choose-password": "Choose a password of your own first.",
  "set-up-second-factor": "Set up your second factor first.",
  "renew-guest-access": "Your access as a guest reviewer has ended. Ask whoever invited you for more time.",
};

/** Who is acting, for server actions and routes: a failure says what to do where nobody may. */
export async function actorForAction(): Promise<Result<Actor, Failure>> {
  const session = await findSession();
  if (!session)
    return err({
      kind: "unauthenticated",
      message:
        "You are signed out. Sign in again in another tab, then repeat this; nothing you typed is lost.",
    });
  return session.missing
    ? err({ kind: "forbidden", message: refusals[session.missing] })
    : ok(session.person);
}
