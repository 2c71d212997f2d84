"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import { restoreEvent } from "@/lib/workflows/history/restore-event";

/** Puts a setting back as it was before or after a change, and leads to what that did. */
export async function restoreSetting(_: string | null, form: FormData): Promise<string | null> {
  const restored = await asActor((actor) =>
    restoreEvent(actor, {
      event: String(form.get("event")),
      seen: String(form.get("seen")),
      moment: form.get("moment") === "before" ? "before" : "after",
    }),
  );
  if (!restored.ok) return restored.error.message;
  redirect("/desk/settings/history?restored=1");
}
