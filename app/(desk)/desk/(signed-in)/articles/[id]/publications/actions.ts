"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { RedactInput, RedactionTargetInput } from "@/lib/redactions/redaction-input";
import type { RedactionPreview } from "@/lib/redactions/redaction-preview";
import { ok, type Result } from "@/lib/result";
import { previewArticleRedaction } from "@/lib/workflows/redactions/preview-article-redaction";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function preview(input: {
  articleId: string;
  target: RedactionTargetInput;
}): Promise<Result<RedactionPreview, Failure>> {
  return asActor((actor) => previewArticleRedaction(actor, input));
}

export async function redact(
  input: RedactInput,
): Promise<Result<{ number: number; spots: number }, Failure>> {
  return asActor(async (actor) => {
    const made = await redactArticle(actor, input);
    return made.ok ? ok({ number: made.value.number, spots: made.value.spots }) : made;
  });
}
