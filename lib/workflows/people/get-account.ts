import type { ExternalIdentity } from "@/lib/db/external-identities";
import type { Session } from "@/lib/db/sessions";
import { findPasswordHash } from "@/lib/db/users";
import type { Actor } from "@/lib/policies/actor";
import { getSecondFactorState, type SecondFactorState } from "@/lib/workflows/sign-in/get-second-factor";
import { listOwnSessions } from "@/lib/workflows/sign-in/sessions";
import { canUsePassword } from "@/lib/workflows/sign-in/sign-in";
import { listOwnIdentities } from "./admit-external";

export interface Account {
  /** "none" if they sign in another way, "off" if the desk does not accept passwords. */
  password: "set" | "none" | "off";
  secondFactor: SecondFactorState;
  sessions: Session[];
  identities: ExternalIdentity[];
}

/** The actor's ways to sign in, and their sessions. */
export async function getAccount(actor: Actor, now: Date): Promise<Account> {
  const [takesPassword, hash, secondFactor, sessions, identities] = await Promise.all([
    canUsePassword(actor.id),
    findPasswordHash(actor.id),
    getSecondFactorState(actor),
    listOwnSessions(actor, now),
    listOwnIdentities(actor),
  ]);
  return { password: takesPassword ? (hash ? "set" : "none") : "off", secondFactor, sessions, identities };
}
