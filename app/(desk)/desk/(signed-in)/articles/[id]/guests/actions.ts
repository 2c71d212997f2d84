"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type ExtendGuestInput, extendGuest as runExtendGuest } from "@/lib/workflows/people/extend-guest";
import {
  type GuestInviteOutcome,
  type InviteGuestInput,
  inviteGuest as runInviteGuest,
} from "@/lib/workflows/people/invite-guest";
import { type RevokeGuestInput, revokeGuest as runRevokeGuest } from "@/lib/workflows/people/revoke-guest";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function inviteGuest(input: InviteGuestInput): Promise<Result<GuestInviteOutcome, Failure>> {
  return asActor((actor) => runInviteGuest(actor, input));
}

export async function extendGuest(input: ExtendGuestInput): Promise<Result<{ until: string }, Failure>> {
  return asActor((actor) => runExtendGuest(actor, input));
}

export async function revokeGuest(input: RevokeGuestInput): Promise<Result<null, Failure>> {
  return asActor((actor) => runRevokeGuest(actor, input));
}
