"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as importing from "@/lib/workflows/sources/import-sources";

/** Server actions are public endpoints: each requires an actor, and its workflow checks what the actor can do. */
export async function previewCitations(
  input: Parameters<typeof importing.previewCitations>[1],
): Promise<Result<importing.CitationPreview, Failure>> {
  return asActor((actor) => importing.previewCitations(actor, input));
}

export async function importCitations(
  input: Parameters<typeof importing.importCitations>[1],
): Promise<Result<importing.ImportedCitations, Failure>> {
  return asActor((actor) => importing.importCitations(actor, input));
}
