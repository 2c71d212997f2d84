"use server";

import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { chooseDefaultScale } from "@/lib/workflows/settings/choose-default-scale";
import { makeScale } from "@/lib/workflows/settings/make-scale";
import { type SaveScaleInput, saveScale } from "@/lib/workflows/settings/save-scale";

export async function createScaleAction(
  input: { template: string; name: string },
  key: string,
): Promise<Result<{ scaleId: string }, Failure>> {
  return asActorOnce(key, (actor) => makeScale(actor, input), { action: "scale" });
}

export async function saveScaleAction(
  input: SaveScaleInput,
): Promise<Result<{ scaleId: string; version: number }, Failure>> {
  return asActor((actor) => saveScale(actor, input));
}

export async function chooseDefaultAction(input: {
  scaleId: string;
  insteadOf: string;
}): Promise<Result<null, Failure>> {
  return asActor((actor) => chooseDefaultScale(actor, input));
}
