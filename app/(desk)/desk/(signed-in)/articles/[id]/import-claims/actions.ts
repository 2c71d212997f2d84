"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import * as changes from "@/lib/workflows/claim-imports/accept-word-changes";
import * as importing from "@/lib/workflows/claim-imports/import-claims";
import * as comments from "@/lib/workflows/claim-imports/import-comments";

export async function importClaims(
  input: importing.ImportClaimsInput,
): Promise<Result<importing.ImportedClaims, Failure>> {
  return asActor((actor) => importing.importClaims(actor, input));
}

export async function importComments(
  input: Parameters<typeof comments.importComments>[1],
): Promise<Result<comments.ImportedComments, Failure>> {
  return asActor((actor) => comments.importComments(actor, input));
}

export async function acceptWordChanges(
  input: changes.AcceptWordChangesInput,
): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => changes.acceptWordChanges(actor, input));
}
