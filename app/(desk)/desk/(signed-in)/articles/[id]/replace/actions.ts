"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import * as replacing from "@/lib/workflows/articles/replace-text";

export async function replaceText(input: replacing.ReplaceTextInput): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => replacing.replaceText(actor, input));
}
