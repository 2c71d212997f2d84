"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import * as restoring from "@/lib/workflows/articles/restore-version";

/** Restores an earlier version of the text, and redirects to the article. Server actions are public endpoints: the workflow checks what the actor can do. */
export async function restoreVersion(
  input: { articleId: string; versionId: string; number: number },
  _: string | null,
  _form: FormData,
): Promise<string | null> {
  const result = await asActor((actor) => restoring.restoreVersion(actor, input));
  if (!result.ok) return result.error.message;
  const { exact, moved, changed, orphaned } = result.value.outcomes;
  const counts = new URLSearchParams({
    followed: String(exact + moved),
    waiting: String(changed + orphaned),
  });
  redirect(`/desk/articles/${encodeURIComponent(input.articleId)}?${counts}`);
}
