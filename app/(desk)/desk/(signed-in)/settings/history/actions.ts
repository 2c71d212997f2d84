"use server";

import { redirect } from "next/navigation";
import { actorForAction } from "@/lib/auth/find-actor";
import { restoreEvent } from "@/lib/workflows/history/restore-event";

/** Restores a setting to its value before or after a change, then shows the result in the history. */
export async function restoreSetting(_: string | null, form: FormData): Promise<string | null> {
  const actor = await actorForAction();
  if (!actor.ok) return actor.error.message;
  const restored = await restoreEvent(actor.value, {
    event: String(form.get("event")),
    seen: String(form.get("seen")),
    moment: form.get("moment") === "before" ? "before" : "after",
  });
  if (!restored.ok) return restored.error.message;
  redirect("/desk/settings/history?restored=1");
}
