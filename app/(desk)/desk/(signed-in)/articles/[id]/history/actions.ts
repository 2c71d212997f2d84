"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import { restoreEvent } from "@/lib/workflows/history/restore-event";

/** Restores an earlier state in an article, and redirects to its history. Server actions are public endpoints: the workflow checks what the actor can do. */
export async function restoreInArticle(
  articleId: string,
  _: string | null,
  form: FormData,
): Promise<string | null> {
  const result = await asActor((actor) =>
    restoreEvent(actor, {
      event: String(form.get("event")),
      seen: String(form.get("seen")),
      moment: form.get("moment") === "before" ? "before" : "after",
    }),
  );
  if (!result.ok) return result.error.message;
  redirect(`/desk/articles/${encodeURIComponent(articleId)}/history?restored=1`);
}
