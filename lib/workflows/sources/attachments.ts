import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import {
  type Attachment,
  deleteAttachment,
  findAttachment,
  findAttachmentBody,
  insertAttachment,
} from "@/lib/db/attachments";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findSource } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { decodeText } from "@/lib/ingest/decode-text";
import { withoutOverrides } from "@/lib/input-fields";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";

/** Bytes. */
export const ATTACHMENT_LIMIT = 20 * 1024 * 1024;

/** Keeps a file with a source: a PDF, a picture or a table as CSV. What it is is told by its content; pictures are drawn anew. */
export async function addAttachment(
  actor: Actor,
  { sourceId, name, bytes }: { sourceId: string; name: string; bytes: Uint8Array },
): Promise<Result<Attachment, Failure>> {
  const allowed = asResult(can(actor, "attach", "source"));
  if (!allowed.ok) return allowed;
  if (bytes.length === 0) return invalid(`${name} is empty.`);
  if (bytes.length > ATTACHMENT_LIMIT)
    return invalid(
      `${name} has ${Math.ceil(bytes.length / 1024 / 1024)} MB; ${ATTACHMENT_LIMIT / 1024 / 1024} fit. Make it smaller, or keep the pages that matter.`,
    );
  const kept = await asKept(name, bytes);
  if (!kept.ok) return kept;
  const { body, mediaType } = kept.value;
  if (body.length > ATTACHMENT_LIMIT)
    return invalid(`${name} is larger than 20 MB once it is drawn anew. Make it smaller.`);
  return inTransaction(async (tx) => {
    if (!(await findSource(tx, sourceId))) return notFound("source");
    const attachment = await insertAttachment(tx, {
      sourceId,
      name: keptName(name, mediaType),
      mediaType,
      size: body.length,
      hash: createHash("sha256").update(body).digest("hex"),
      body,
      addedById: actor.id,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.attach",
      targetType: "source",
      targetId: sourceId,
      to: { id: attachment.id, name: attachment.name, mediaType, hash: attachment.hash },
    });
    return ok(attachment);
  });
}

/** How the name of a file ends that is of a type; the first is put where a file was drawn as another than it came as. */
const ENDINGS: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "text/csv": ["csv"],
};

function keptName(name: string, mediaType: string): string {
  const plain =
    withoutOverrides(name)
      .replace(/[\\/\p{Cc}]/gu, "_")
      .slice(-200) || "file";
  const endings = ENDINGS[mediaType] ?? [];
  const ending = /\.([a-z\d]{2,5})$/i.exec(plain)?.[1]?.toLowerCase();
  if (!endings[0] || (ending && endings.includes(ending))) return plain;
  return `${ending ? plain.slice(0, -ending.length - 1) : plain}.${endings[0]}`;
}

async function asKept(
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ body: Uint8Array; mediaType: string }, Failure>> {
  const table = /\.csv$/i.test(name) ? tableIn(bytes) : null;
  if (table !== null) return ok({ body: new TextEncoder().encode(table), mediaType: "text/csv" });
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === "application/pdf") return ok({ body: bytes, mediaType: type.mime });
  if (type?.mime.startsWith("image/")) {
    const drawn = await runInChildProcess("re-encode-image", bytes);
    return drawn.ok
      ? ok({ body: drawn.value.bytes, mediaType: drawn.value.mediaType })
      : invalid(
          `${name} cannot be drawn: it is damaged, or has more than 50 megapixels. Save it as PNG or JPEG.`,
        );
  }
  return invalid(`${name} is no PDF, picture or CSV. Save it as one of these.`);
}

/**
 * The text of a table as CSV; null where it is none. Tables are text that may begin as anything does: one whose first column is "BMI"
 * begins as a picture of Windows.
 */
function tableIn(bytes: Uint8Array): string | null {
  const { text } = decodeText(bytes);
  return /[,;\t]/.test(text) && !/[^\P{Cc}\t\r\n]/u.test(text) && !/^\s*(?:%PDF-|<[?!a-z])/i.test(text)
    ? text
    : null;
}

/** Takes a file away from its source. */
export async function removeAttachment(actor: Actor, { id }: { id: string }): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "attach", "source"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const attachment = await findAttachment(id, tx);
    if (!attachment) return notFound("file");
    await deleteAttachment(tx, id);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.detach",
      targetType: "source",
      targetId: attachment.sourceId,
      from: { id, name: attachment.name, hash: attachment.hash },
    });
    return ok(null);
  });
}

/** A file that is kept with a source, with its bytes. */
export async function getAttachment(
  actor: Actor,
  { sourceId, id }: { sourceId: string; id: string },
): Promise<Result<Attachment & { body: Uint8Array }, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const attachment = await findAttachment(id);
  const body = attachment?.sourceId === sourceId ? await findAttachmentBody(id) : null;
  return attachment && body ? ok({ ...attachment, body }) : notFound("file");
}
