"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import { restoreEvent } from "@/lib/workflows/history/restore-event";

/** Restores a setting to its value before or after a change, then shows the result in the history. */
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
