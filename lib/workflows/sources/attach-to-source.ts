import type { z } from "zod";
import { findSource, type SourceRecord } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import type { sourceFields } from "@/lib/sources/source-input";
import { notFound } from "@/lib/workflows/refusals";
import { addAttachment } from "./attachments";
import { createSource } from "./create-source";

export interface AttachToSourceInput {
  /** A source of the library, or the fields of a new one. If the desk has one with that address or DOI, the file goes there. */
  source: { id: string } | z.input<typeof sourceFields>;
  name: string;
  bytes: Uint8Array;
}

/**
 * Attaches a file to a source, which is added to the library first if it is new.
 * @returns the source, and why the file was refused; null if it is attached. A refused file takes nothing back that was typed about its source
 */
export async function attachToSource(
  actor: Actor,
  { source, name, bytes }: AttachToSourceInput,
): Promise<Result<{ source: SourceRecord; refusal: string | null }, Failure>> {
  if (!("id" in source)) {
    const made = await createSource(actor, source);
    if (!made.ok) return made;
    const attached = await addAttachment(actor, { sourceId: made.value.source.id, name, bytes });
    return ok({ source: made.value.source, refusal: attached.ok ? null : attached.error.message });
  }
  const attached = await addAttachment(actor, { sourceId: source.id, name, bytes });
  if (!attached.ok) return attached;
  const known = await findSource(undefined, source.id);
  return known ? ok({ source: known, refusal: null }) : notFound("source");
}
