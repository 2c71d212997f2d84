"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ClaimOutcomes } from "@/lib/versions/claim-outcomes";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import * as previewing from "@/lib/workflows/articles/preview-replacement";
import * as replacing from "@/lib/workflows/articles/replace-text";

export async function previewReplacement(
  input: previewing.PreviewReplacementInput,
): Promise<Result<ClaimOutcomes, Failure>> {
  return asActor((actor) => previewing.previewReplacement(actor, input));
}

export async function replaceText(input: replacing.ReplaceTextInput): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => replacing.replaceText(actor, input));
}
