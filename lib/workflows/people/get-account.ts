import type { ExternalIdentity } from "@/lib/db/external-identities";
import type { Session } from "@/lib/db/sessions";
import { findPasswordHash } from "@/lib/db/users";
import type { Actor } from "@/lib/policies/actor";
import { listOwnIdentities } from "./admit-external";
import { getSecondFactorState, type SecondFactorState } from "./second-factor";
import { listOwnSessions } from "./sessions";
import { canUsePassword } from "./sign-in";

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
