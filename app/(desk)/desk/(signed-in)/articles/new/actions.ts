"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { type ImportArticleInput, importArticle } from "@/lib/workflows/import-article";
import { type ReadArticle, readAddress, readFile } from "@/lib/workflows/read-given";

export async function importArticleAction(
  input: ImportArticleInput,
): Promise<Result<{ id: string }, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const result = await importArticle(actor.value, input);
  return result.ok ? ok({ id: result.value.id }) : result;
}

export async function readAddressAction(input: { address: string }): Promise<Result<ReadArticle, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? readAddress(actor.value, input) : actor;
}

export async function readFileAction(form: FormData): Promise<Result<ReadArticle, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const file = form.get("file");
  if (!(file instanceof File)) return err({ kind: "invalid", message: "Choose a file." });
  return readFile(actor.value, { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
}
