"use server";

import { asActor } from "@/lib/auth/as-actor";
import { findSession } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { changePassword, signOutEverywhere } from "@/lib/workflows/people/change-password";

/** Also for people who have to replace a one-time password: it is the only action open to them. */
export async function changePasswordAction(input: {
  current: string;
  next: string;
}): Promise<Result<null, Failure>> {
  const session = await findSession();
  if (session?.missing === "choose-password") return changePassword(session.person, input);
  return asActor((actor) => changePassword(actor, input));
}

export async function signOutEverywhereAction(): Promise<Result<null, Failure>> {
  return asActor((actor) => signOutEverywhere(actor));
}
