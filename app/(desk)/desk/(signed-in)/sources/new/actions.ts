"use server";

import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as adding from "@/lib/workflows/sources/add-source";

/** Server actions are public endpoints: each requires an actor, and its workflow checks what the actor can do. */
export async function addSource(
  input: Parameters<typeof adding.addSource>[1],
  key: string,
): Promise<Result<adding.AddedSource, Failure>> {
  return asActorOnce(key, (actor) => adding.addSource(actor, input), { action: "source" });
}
