"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type ChangeSettingInput, changeDeskSetting } from "@/lib/workflows/settings/desk-settings";

export async function saveSettingAction(
  input: ChangeSettingInput,
): Promise<Result<{ revision: number }, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? changeDeskSetting(actor.value, input) : actor;
}
