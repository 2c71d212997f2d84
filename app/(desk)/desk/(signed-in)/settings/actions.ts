"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type ChangeSettingInput, changeDeskSetting } from "@/lib/workflows/settings/desk-settings";

export async function saveSettingAction(
  input: ChangeSettingInput,
): Promise<Result<{ revision: number }, Failure>> {
  return asActor((actor) => changeDeskSetting(actor, input));
}
