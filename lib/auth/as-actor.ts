import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { actorForAction } from "./find-actor";

/**
 * Runs a server action for the signed-in person. Server actions are public endpoints: each requires an actor here, and its workflow checks
 * their permissions.
 */
export async function asActor<T>(
  run: (actor: Actor) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? toClient(await run(actor.value)) : actor;
}
