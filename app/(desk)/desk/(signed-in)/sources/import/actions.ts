"use server";

import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as importing from "@/lib/workflows/sources/import-sources";

export async function importCitations(
  input: Parameters<typeof importing.importCitations>[1],
  key: string,
): Promise<Result<importing.ImportedCitations, Failure>> {
  return asActorOnce(key, (actor) => importing.importCitations(actor, input), { action: "citations" });
}
