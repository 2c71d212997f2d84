"use server";

import type { Policy } from "@/components/people/sign-in-policy-form";
import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { StaffRole } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invitePerson, revokeInvitation } from "@/lib/workflows/people/invitations";
import { changePersonRole, setPersonDisabled } from "@/lib/workflows/people/people";
import { renewPassword } from "@/lib/workflows/sign-in/renew-password";
import { resetSecondFactor } from "@/lib/workflows/sign-in/reset-second-factor";
import { endSessionsOf } from "@/lib/workflows/sign-in/sessions";
import { setSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";

/** `link` is null where it was shown before. */
type CreatedInvitation = { link: string | null; mailed: boolean };

export async function inviteAction(
  input: { email: string; name: string; role: StaffRole },
  key: string,
): Promise<Result<CreatedInvitation, Failure>> {
  return asActorOnce<CreatedInvitation>(
    key,
    async (actor) => {
      const result = await invitePerson(actor, input);
      return result.ok ? ok({ link: result.value.link, mailed: result.value.mailed }) : result;
    },
    { action: "invitation", forRepeats: ({ mailed }) => ({ link: null, mailed }) },
  );
}

export async function revokeAction(input: { invitationId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => revokeInvitation(actor, input));
}

export async function changeRoleAction(input: {
  userId: string;
  role: StaffRole;
}): Promise<Result<null, Failure>> {
  return asActor(async (actor) => {
    const result = await changePersonRole(actor, input);
    return result.ok ? ok(null) : result;
  });
}

export async function disableAction(input: {
  userId: string;
  disabled: boolean;
}): Promise<Result<null, Failure>> {
  return asActor(async (actor) => {
    const result = await setPersonDisabled(actor, input);
    return result.ok ? ok(null) : result;
  });
}

export async function endSessionsAction(input: { userId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => endSessionsOf(actor, input));
}

export async function resetSecondFactorAction(input: { userId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => resetSecondFactor(actor, input));
}

export async function renewPasswordAction(input: {
  userId: string;
}): Promise<Result<{ password: string }, Failure>> {
  return asActor((actor) => renewPassword(actor, input, new Date()));
}

export async function setSignInPolicyAction(
  input: Policy & { from: Policy },
): Promise<Result<null, Failure>> {
  return asActor((actor) => setSignInPolicy(actor, input));
}
