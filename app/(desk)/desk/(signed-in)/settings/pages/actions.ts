"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type SavePageInput, savePage } from "@/lib/workflows/site-pages/edit-page";

export async function savePageAction(input: SavePageInput): Promise<Result<{ revision: number }, Failure>> {
  return asActor((actor) => savePage(actor, input));
}
