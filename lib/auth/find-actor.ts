import { getServerSession } from "next-auth";
import { cache } from "react";
import { findUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { authOptions } from "./options";

export interface SignedIn extends Actor {
  /** They may do nothing else until they have. */
  mustChangePassword: boolean;
}

/**
 * Who is acting in this request; null for visitors. The person is read each time: a session of an earlier epoch, or of somebody
 * who was disabled, is none.
 */
export const findActor = cache(async (): Promise<SignedIn | null> => {
  const session: { token?: { sub?: string; epoch?: number } } | null = await getServerSession(authOptions);
  const { sub, epoch } = session?.token ?? {};
  if (!sub) return null;
  const user = await findUser(sub);
  if (!user || user.disabled || user.sessionEpoch !== epoch) return null;
  const { id, name, email, role, mustChangePassword } = user;
  return { id, name, email, role, mustChangePassword };
});

/** Who is acting, for server actions and routes: a failure says what to do where nobody may. */
export async function actorForAction(): Promise<Result<Actor, Failure>> {
  const actor = await findActor();
  if (!actor)
    return err({
      kind: "unauthenticated",
      message:
        "You are signed out. Sign in again in another tab, then repeat this; nothing you typed is lost.",
    });
  if (actor.mustChangePassword)
    return err({ kind: "forbidden", message: "Choose a password of your own first." });
  const { id, name, email, role } = actor;
  return ok({ id, name, email, role });
}
