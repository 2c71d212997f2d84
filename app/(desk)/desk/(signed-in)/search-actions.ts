"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { DeskMatch } from "@/lib/search/desk-match";
import * as searching from "@/lib/workflows/search/search-desk";

export async function searchDesk(input: { query: string }): Promise<Result<DeskMatch[], Failure>> {
  return asActor((actor) => searching.searchDesk(actor, input));
}
