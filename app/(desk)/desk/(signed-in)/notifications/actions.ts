"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Preference } from "@/lib/notifications/notification";
import type { Result } from "@/lib/result";
import * as notifications from "@/lib/workflows/notifications/notifications";

export async function readAction(input: { ids?: string[] }): Promise<Result<null, Failure>> {
  return asActor((actor) => notifications.readNotifications(actor, input));
}

export async function setPreferenceAction(
  input: notifications.PreferenceInput,
): Promise<Result<Preference, Failure>> {
  return asActor((actor) => notifications.setPreference(actor, input));
}
