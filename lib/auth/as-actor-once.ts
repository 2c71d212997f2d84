import { createHash } from "node:crypto";
import { isKey, once } from "@/lib/api/once";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, type Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { words } from "@/lib/words/words";
import { actorForAction } from "./find-actor";

/** Keeps the keys of forms apart from those of the API. */
export const keyOfSubmission = (key: string): string => `desk:${key}`;

/**
 * Runs a server action that creates something, once per key: if the answer was lost and the form is sent again, it gets the first answer.
 * @param key that of the form's submission, from outside; without one, the action runs as it is
 * @param options.action identifies the action: a key serves one of them only
 * @param options.forRepeats the value for a repeat; it is stored for a day, so secrets that are shown once must not be in it
 */
export async function asActorOnce<T>(
  key: unknown,
  run: (actor: Actor) => Promise<Result<T, Failure>>,
  { action, forRepeats = (value) => value }: { action: string; forRepeats?: (value: T) => T },
): Promise<Result<T, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  if (typeof key !== "string" || key === "" || !isKey(keyOfSubmission(key)))
    return toClient(await run(actor.value));
  const fingerprint = createHash("sha256").update(`desk ${action}`).digest("hex");
  /** Of this request, which a repeat does not have. */
  let done: Result<T, Failure> | undefined;
  const response = await once(
    { ownerId: actor.value.id, key: keyOfSubmission(key), fingerprint },
    async () => {
      done = toClient(await run(actor.value));
      return done.ok
        ? Response.json({ ok: true, value: forRepeats(done.value) })
        : Response.json(null, { status: 400 });
    },
  );
  const isRepeat = response.headers.has("idempotency-replayed");
  if (done && (isRepeat ? !response.ok : response.ok || response.status === 400)) return done;
  if (response.ok) return (await response.json()) as Result<T, Failure>;
  return err({ kind: "unavailable", message: words("submissions")("answerLost") });
}
