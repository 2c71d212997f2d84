"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Preference } from "@/lib/notifications/notification";
import type { Result } from "@/lib/result";
import * as notifications from "@/lib/workflows/notifications/notifications";

export async function readAction(input: { ids?: string[] }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? notifications.readNotifications(actor.value, input) : actor;
}

export async function setPreferenceAction(
  input: notifications.PreferenceInput,
): Promise<Result<Preference, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? notifications.setPreference(actor.value, input) : actor;
}
