"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
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

/** @returns the source as it is stored now, without the imported item, which the form does not edit */
export async function saveSource(
  input: Parameters<typeof updateSource>[1],
): Promise<Result<Source & { revision: number }, Failure>> {
  return asActor(async (actor) => {
    const saved = await updateSource(actor, input);
    if (!saved.ok) return saved;
    const { csl: _, ...source } = saved.value;
    return ok(source);
  });
}

/** @returns when the copy was taken, ISO 8601 */
export async function saveCopy(
  input: { sourceId: string },
  key: string,
): Promise<Result<{ takenAt: string }, Failure>> {
  return asActorOnce(
    key,
    async (actor) => {
      const taken = await takeSnapshot(actor, input);
      return taken.ok ? ok({ takenAt: taken.value.takenAt }) : taken;
    },
    { action: "copy" },
  );
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

/** @returns the name that the file is stored under */
export async function attachFile(form: FormData, key: string): Promise<Result<{ name: string }, Failure>> {
  return asActorOnce(
    key,
    async (actor) => {
      const file = form.get("file");
      if (!(file instanceof File)) return err({ kind: "invalid", message: words("sources")("files.choose") });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sourceId = String(form.get("sourceId"));
      const attached = await attaching.addAttachment(actor, { sourceId, name: file.name, bytes });
      return attached.ok ? ok({ name: attached.value.name }) : attached;
    },
    { action: "source-file" },
  );
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
