"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import * as restoring from "@/lib/workflows/articles/restore-version";

/** Makes an earlier text the text again, and leads to the article. Server actions are public: the workflow asks what the actor may. */
export async function restoreVersion(
  given: { articleId: string; versionId: string; number: number },
  _: string | null,
  _form: FormData,
): Promise<string | null> {
  const result = await asActor((actor) => restoring.restoreVersion(actor, given));
  if (!result.ok) return result.error.message;
  const { exact, moved, changed, orphaned } = result.value.outcomes;
  const counts = new URLSearchParams({
    followed: String(exact + moved),
    waiting: String(changed + orphaned),
  });
  redirect(`/desk/articles/${encodeURIComponent(given.articleId)}?${counts}`);
}
