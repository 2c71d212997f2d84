"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as guests from "@/lib/workflows/people/guests";

/* Server actions are public endpoints: each asks who is acting, and its workflow what they may do. */

export async function inviteGuest(
  input: guests.InviteGuestInput,
): Promise<Result<guests.GuestInviteOutcome, Failure>> {
  return asActor((actor) => guests.inviteGuest(actor, input));
}

export async function extendGuest(
  input: guests.ExtendGuestInput,
): Promise<Result<{ until: string }, Failure>> {
  return asActor((actor) => guests.extendGuest(actor, input));
}

export async function revokeGuest(input: guests.RevokeGuestInput): Promise<Result<null, Failure>> {
  return asActor((actor) => guests.revokeGuest(actor, input));
}
