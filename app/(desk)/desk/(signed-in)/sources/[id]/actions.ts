"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { restoreEvent } from "@/lib/workflows/history/restore-event";
import * as attaching from "@/lib/workflows/sources/attachments";
import { takeSnapshot } from "@/lib/workflows/sources/copies/take-snapshot";
import { deleteSource } from "@/lib/workflows/sources/delete-source";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";
import { updateSource } from "@/lib/workflows/sources/update-source";
import * as checking from "@/lib/workflows/watching/check-page";

/** Keeps the value of a result from the client. */
const withoutValue = <T>(result: Result<T, Failure>): Result<null, Failure> =>
  result.ok ? ok(null) : result;

export async function saveSource(input: Parameters<typeof updateSource>[1]): Promise<Result<null, Failure>> {
  return asActor(async (actor) => withoutValue(await updateSource(actor, input)));
}

export async function saveCopy(input: { sourceId: string }): Promise<Result<null, Failure>> {
  return asActor(async (actor) => withoutValue(await takeSnapshot(actor, input)));
}

export async function checkPage(input: { sourceId: string }): Promise<Result<checking.PageCheck, Failure>> {
  return asActor((actor) => checking.checkPage(actor, input));
}

export async function mergeInto(input: { keepId: string; dropId: string }): Promise<Result<null, Failure>> {
  return asActor(async (actor) => withoutValue(await mergeSources(actor, input)));
}

export async function removeSource(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => deleteSource(actor, input));
}

export async function attachFile(form: FormData): Promise<Result<null, Failure>> {
  return asActor(async (actor) => {
    const file = form.get("file");
    if (!(file instanceof File)) return err({ kind: "invalid", message: words("sources")("files.choose") });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return withoutValue(
      await attaching.addAttachment(actor, {
        sourceId: String(form.get("sourceId")),
        name: file.name,
        bytes,
      }),
    );
  });
}

export async function removeFile(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => attaching.removeAttachment(actor, input));
}

/** Restores a source to its state before or after a change, and redirects to the new entry in its history. */
export async function restoreSource(
  sourceId: string,
  _: string | null,
  form: FormData,
): Promise<string | null> {
  const restored = await asActor((actor) =>
    restoreEvent(actor, {
      event: String(form.get("event")),
      seen: String(form.get("seen")),
      moment: form.get("moment") === "before" ? "before" : "after",
    }),
  );
  if (!restored.ok) return restored.error.message;
  redirect(`/desk/sources/${encodeURIComponent(sourceId)}?restored=1#history`);
}
