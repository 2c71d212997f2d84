"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import type { Role } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invitePerson, revokeInvitation } from "@/lib/workflows/invitations";
import { changePersonRole, setPersonDisabled } from "@/lib/workflows/people";

export async function inviteAction(input: {
  email: string;
  name: string;
  role: Role;
}): Promise<Result<{ link: string }, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const result = await invitePerson(actor.value, input);
  return result.ok ? ok({ link: `${env().publicUrl}/desk/invitations/${result.value.token}` }) : result;
}

export async function revokeAction(input: { invitationId: string }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? revokeInvitation(actor.value, input) : actor;
}

export async function changeRoleAction(input: {
  userId: string;
  role: Role;
}): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const result = await changePersonRole(actor.value, input);
  return result.ok ? ok(null) : result;
}

export async function disableAction(input: {
  userId: string;
  disabled: boolean;
}): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const result = await setPersonDisabled(actor.value, input);
  return result.ok ? ok(null) : result;
}
