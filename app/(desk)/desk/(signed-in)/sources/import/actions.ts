"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as importing from "@/lib/workflows/sources/import-sources";

export async function importCitations(
  input: Parameters<typeof importing.importCitations>[1],
): Promise<Result<importing.ImportedCitations, Failure>> {
  return asActor((actor) => importing.importCitations(actor, input));
}
