"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as guests from "@/lib/workflows/people/guests";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function inviteGuest(
  input: guests.InviteGuestInput,
): Promise<Result<guests.GuestInvited, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? guests.inviteGuest(actor.value, input) : actor;
}

export async function extendGuest(
  input: guests.ExtendGuestInput,
): Promise<Result<{ until: string }, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? guests.extendGuest(actor.value, input) : actor;
}

export async function revokeGuest(input: guests.RevokeGuestInput): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? guests.revokeGuest(actor.value, input) : actor;
}
