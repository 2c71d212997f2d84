"use server";

import { redirect } from "next/navigation";
import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { restoreEvent } from "@/lib/workflows/history/restore-event";
import * as attaching from "@/lib/workflows/sources/attachments";
import { deleteSource } from "@/lib/workflows/sources/delete-source";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";
import { suggestSources } from "@/lib/workflows/sources/suggest-sources";
import { takeSnapshot } from "@/lib/workflows/sources/take-snapshot";
import { updateSource } from "@/lib/workflows/sources/update-source";

/** What the caller need not know of a result stays here. */
const done = <T>(result: Result<T, Failure>): Result<null, Failure> => (result.ok ? ok(null) : result);

export async function saveSource(input: Parameters<typeof updateSource>[1]): Promise<Result<null, Failure>> {
  return asActor(async (actor) => done(await updateSource(actor, input)));
}

export async function keepCopy(input: { sourceId: string }): Promise<Result<null, Failure>> {
  return asActor(async (actor) => done(await takeSnapshot(actor, input)));
}

export async function mergeInto(input: { keepId: string; dropId: string }): Promise<Result<null, Failure>> {
  return asActor(async (actor) => done(await mergeSources(actor, input)));
}

export async function removeSource(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => deleteSource(actor, input));
}

export async function searchSources(input: { query: string }): Promise<Result<Source[], Failure>> {
  return asActor((actor) => suggestSources(actor, input));
}

export async function attachFile(form: FormData): Promise<Result<null, Failure>> {
  return asActor(async (actor) => {
    const file = form.get("file");
    if (!(file instanceof File)) return err({ kind: "invalid", message: "Choose a file." });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return done(
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

/** Puts a source back as it was before or after a change, and leads to what that did. */
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
