"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Logo } from "@/lib/organisation";
import { err, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { addLogo } from "@/lib/workflows/settings/add-logo";
import { type ChangeSettingInput, changeDeskSetting } from "@/lib/workflows/settings/desk-settings";

export async function saveSettingAction(
  input: ChangeSettingInput,
): Promise<Result<{ revision: number }, Failure>> {
  return asActor((actor) => changeDeskSetting(actor, input));
}

export async function addLogoAction(form: FormData): Promise<Result<Logo, Failure>> {
  return asActor(async (actor) => {
    const file = form.get("file");
    if (!(file instanceof File))
      return err({ kind: "invalid", message: words("organisation")("logoChoose") });
    return addLogo(actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  });
}
