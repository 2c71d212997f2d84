"use server";

import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
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

/** `link` is null where it was shown before. */
type InvitedGuest = Omit<GuestInviteOutcome, "link"> & { link: string | null };

export async function inviteGuest(
  input: InviteGuestInput,
  key: string,
): Promise<Result<InvitedGuest, Failure>> {
  return asActorOnce<InvitedGuest>(key, (actor) => runInviteGuest(actor, input), {
    action: "guest",
    forRepeats: (invited) => ({ ...invited, link: null }),
  });
}

export async function extendGuest(input: ExtendGuestInput): Promise<Result<{ until: string }, Failure>> {
  return asActor((actor) => runExtendGuest(actor, input));
}

export async function revokeGuest(input: RevokeGuestInput): Promise<Result<null, Failure>> {
  return asActor((actor) => runRevokeGuest(actor, input));
}
