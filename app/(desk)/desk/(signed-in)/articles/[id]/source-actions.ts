"use server";

import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import { err, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { words } from "@/lib/words/words";
import { type AttachToSourceInput, attachToSource } from "@/lib/workflows/sources/attachments";

/** Attaches a file to a source from a claim's form: `file`, and `sourceId` or the fields of a new one as JSON in `source`. */
export async function attachFile(
  form: FormData,
  key: string,
): Promise<Result<{ source: Source; refusal: string | null }, Failure>> {
  return asActorOnce(
    key,
    async (actor) => {
      const file = form.get("file");
      const source = sourceIn(form);
      if (!(file instanceof File) || source === null)
        return err({ kind: "invalid", message: words("sources")("files.choose") });
      const bytes = new Uint8Array(await file.arrayBuffer());
      return attachToSource(actor, { source, name: file.name, bytes });
    },
    { action: "claim-file" },
  );
}

/** The source that a form names; null where it names none. The workflow checks the fields of a new one. */
function sourceIn(form: FormData): AttachToSourceInput["source"] | null {
  const id = form.get("sourceId");
  if (typeof id === "string") return { id };
  try {
    const fields: unknown = JSON.parse(String(form.get("source")));
    return typeof fields === "object" && fields !== null && !("id" in fields)
      ? (fields as AttachToSourceInput["source"])
      : null;
  } catch {
    return null;
  }
}
