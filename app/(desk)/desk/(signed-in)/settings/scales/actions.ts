"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import {
  chooseDefaultScale,
  makeScale,
  type SaveScaleInput,
  saveScale,
} from "@/lib/workflows/settings/scales";

export async function createScaleAction(input: {
  template: string;
  name: string;
}): Promise<Result<{ scaleId: string }, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? makeScale(actor.value, input) : actor;
}

export async function saveScaleAction(
  input: SaveScaleInput,
): Promise<Result<{ scaleId: string; version: number }, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? saveScale(actor.value, input) : actor;
}

export async function chooseDefaultAction(input: {
  scaleId: string;
  insteadOf: string;
}): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? chooseDefaultScale(actor.value, input) : actor;
}
