import { z } from "zod";
import { findAnswer } from "@/lib/db/idempotency-keys";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { keyOfSubmission } from "./as-actor-once";

const inputSchema = z.object({ key: z.string().min(1).max(200) });

/** What became of a form that was sent: nothing yet, or what was answered; null if the answer is not stored. */
export type FoundSubmission = { state: "none" } | { state: "done"; value: unknown };

/** What became of a form that the actor sent, by the key of its submission. */
export async function findSubmission(
  actor: Actor,
  input: unknown,
): Promise<Result<FoundSubmission, Failure>> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success)
    return err({ kind: "invalid", message: words("common")("requestUnreadable"), cause: parsed.error });
  const found = await findAnswer(actor.id, keyOfSubmission(parsed.data.key));
  if (!found) return ok({ state: "none" });
  const { value } = (found.body === null ? { value: null } : JSON.parse(found.body)) as { value: unknown };
  return ok({ state: "done", value });
}
