"use server";

import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { RedactInput } from "@/lib/redactions/redaction-input";
import { ok, type Result } from "@/lib/result";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function redact(
  input: RedactInput,
  key: string,
): Promise<Result<{ number: number; spots: number }, Failure>> {
  return asActorOnce(
    key,
    async (actor) => {
      const made = await redactArticle(actor, input);
      return made.ok ? ok({ number: made.value.number, spots: made.value.spots }) : made;
    },
    { action: "redaction" },
  );
}
