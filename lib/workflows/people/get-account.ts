import type { ExternalIdentity } from "@/lib/db/external-identities";
import type { Session } from "@/lib/db/sessions";
import { findPasswordHash } from "@/lib/db/users";
import type { Actor } from "@/lib/policies/actor";
import { listOwnIdentities } from "./admit-external";
import { getSecondFactorState, type SecondFactorState } from "./second-factor";
import { listOwnSessions } from "./sessions";
import { takesPasswordOf } from "./sign-in";

export interface Account {
  /** "none" where they only ever came in another way, "off" where the desk takes none of them. */
  password: "set" | "none" | "off";
  secondFactor: SecondFactorState;
  sessions: Session[];
  identities: ExternalIdentity[];
}

/** How the actor signs in, and where they are signed in. */
export async function getAccount(actor: Actor, now: Date): Promise<Account> {
  const [takesPassword, hash, secondFactor, sessions, identities] = await Promise.all([
    takesPasswordOf(actor.id),
    findPasswordHash(actor.id),
    getSecondFactorState(actor),
    listOwnSessions(actor, now),
    listOwnIdentities(actor),
  ]);
  return { password: takesPassword ? (hash ? "set" : "none") : "off", secondFactor, sessions, identities };
}
