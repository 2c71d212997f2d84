"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import * as accepting from "@/lib/workflows/manuscripts/accept-wordings";
import * as purposes from "@/lib/workflows/manuscripts/change-purpose";

export async function acceptWordings(
  input: accepting.AcceptWordingsInput,
): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => accepting.acceptWordings(actor, input));
}

export async function changePurpose(input: purposes.ChangePurposeInput): Promise<Result<null, Failure>> {
  return asActor(async (actor) => {
    const changed = await purposes.changePurpose(actor, input);
    return changed.ok ? ok(null) : changed;
  });
}
