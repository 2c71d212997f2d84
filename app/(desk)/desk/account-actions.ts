"use server";

import { actorForAction, findActor } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { err, type Result } from "@/lib/result";
import { changePassword, signOutEverywhere } from "@/lib/workflows/change-password";

/** Open to somebody who must change their password: it is the one thing they may do. */
export async function changePasswordAction(input: {
  current: string;
  next: string;
}): Promise<Result<null, Failure>> {
  const actor = await findActor();
  if (!actor) return err({ kind: "unauthenticated", message: "You are signed out. Sign in again first." });
  return changePassword(actor, input);
}

export async function signOutEverywhereAction(): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? signOutEverywhere(actor.value) : actor;
}
