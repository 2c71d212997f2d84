"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as importing from "@/lib/workflows/claim-imports/import-claims";

export async function importClaims(
  input: importing.ImportClaimsInput,
): Promise<Result<importing.ImportedClaims, Failure>> {
  return asActor((actor) => importing.importClaims(actor, input));
}
