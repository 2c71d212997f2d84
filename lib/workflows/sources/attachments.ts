import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { z } from "zod";
import {
  type Attachment,
  deleteAttachment,
  findAttachment,
  findAttachmentBody,
  insertAttachment,
  listAttachments,
} from "@/lib/db/attachments";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findSource, type SourceRecord } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import {
  detectOfficeFile,
  OFFICE_ENDINGS,
  type OfficeFile,
} from "@/lib/ingest/attachment/detect-office-file";
import { detectTextFile, TEXT_ENDINGS } from "@/lib/ingest/attachment/detect-text-file";
import { decodeText } from "@/lib/ingest/decode-text";
import { withoutOverrides } from "@/lib/input-fields";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { sourceFields } from "@/lib/sources/source-input";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { createSource } from "./create-source";

/** Bytes. */
export const ATTACHMENT_LIMIT = 20 * 1024 * 1024;

/**
 * Attaches a file to a source: a PDF, an image, a text, a table, a mail or an office file. Its type is detected from its content; images are
 * re-encoded, tables are converted to UTF-8, and every other file is stored as it is.
 */
export async function addAttachment(
  actor: Actor,
  { sourceId, name, bytes }: { sourceId: string; name: string; bytes: Uint8Array },
): Promise<Result<Attachment, Failure>> {
  const allowed = asResult(can(actor, "attach", "source"));
  if (!allowed.ok) return allowed;
  if (bytes.length === 0) return invalid(`${name} is empty.`);
  if (bytes.length > ATTACHMENT_LIMIT)
    return invalid(
      `${name} is ${Math.ceil(bytes.length / 1024 / 1024)} MB; the limit is ${ATTACHMENT_LIMIT / 1024 / 1024} MB. Make it smaller, or attach only the pages that matter.`,
    );
  const prepared = await prepareFile(name, bytes);
  if (!prepared.ok) return prepared;
  const { body, mediaType } = prepared.value;
  if (body.length > ATTACHMENT_LIMIT)
    return invalid(`${name} is larger than 20 MB after re-encoding. Make it smaller.`);
  return inTransaction(async (tx) => {
    if (!(await findSource(tx, sourceId))) return notFound("source");
    const attachment = await insertAttachment(tx, {
      sourceId,
      name: storedName(name, mediaType),
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

/** File extensions by type; the first is used when re-encoding changed the type. */
const ENDINGS: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "text/csv": ["csv"],
  ...TEXT_ENDINGS,
  ...OFFICE_ENDINGS,
};

/** The media types that a stored file can have. */
export const ATTACHMENT_TYPES: readonly string[] = Object.keys(ENDINGS);

function storedName(name: string, mediaType: string): string {
  const plain =
    withoutOverrides(name)
      .replace(/[\\/\p{Cc}]/gu, "_")
      .slice(-200) || "file";
  const endings = ENDINGS[mediaType] ?? [];
  const ending = /\.([a-z\d]{2,8})$/i.exec(plain)?.[1]?.toLowerCase();
  if (!endings[0] || (ending && endings.includes(ending))) return plain;
  return `${ending ? plain.slice(0, -ending.length - 1) : plain}.${endings[0]}`;
}

async function prepareFile(
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ body: Uint8Array; mediaType: string }, Failure>> {
  const table = /\.csv$/i.test(name) ? tableIn(bytes) : null;
  if (table !== null) return ok({ body: new TextEncoder().encode(table), mediaType: "text/csv" });
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === "application/pdf") return ok({ body: bytes, mediaType: type.mime });
  if (type?.mime.startsWith("image/")) {
    const encoded = await runInChildProcess("re-encode-image", bytes);
    return encoded.ok
      ? ok({ body: encoded.value.bytes, mediaType: encoded.value.mediaType })
      : invalid(
          `${name} cannot be read: it is damaged, or has more than 50 megapixels. Save it as PNG or JPEG.`,
          undefined,
          encoded.error.cause,
        );
  }
  const office = detectOfficeFile(bytes);
  if (office?.kind === "accepted") return ok({ body: bytes, mediaType: office.mediaType });
  if (office) return invalid(REFUSALS[office.kind](name));
  const text = detectTextFile(name, bytes);
  if (text) return ok({ body: bytes, mediaType: text });
  return invalid(
    `${name} can’t be attached: it is not a PDF, image, text, mail or office file. Save it as one of these.`,
  );
}

const REFUSALS: Record<Exclude<OfficeFile["kind"], "accepted">, (name: string) => string> = {
  macros: (name) =>
    `${name} contains macros, which run on the computer of everyone who opens it. Save it without macros, as DOCX, XLSX, PPTX, ODT or ODS, or as PDF.`,
  closed: (name) =>
    `${name} has a password or is from Office 2003 or earlier. Save it without a password as DOCX, XLSX or PPTX, or as PDF.`,
  archive: (name) => `${name} is an archive. Unpack it, and attach the files that matter one by one.`,
  damaged: (name) => `${name} is damaged: it can’t be unpacked. Save it again, or save it as PDF.`,
};

/**
 * The text of a CSV table; null if it is not one. Checked before the file type, because a table can begin with any characters: one whose
 * first column is "BMI" looks like a Windows bitmap.
 */
function tableIn(bytes: Uint8Array): string | null {
  const { text } = decodeText(bytes);
  return /[,;\t]/.test(text) && !/[^\P{Cc}\t\r\n]/u.test(text) && !/^\s*(?:%PDF-|<[?!a-z])/i.test(text)
    ? text
    : null;
}

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

/**
 * Removes a file from its source.
 * @param input.sourceId its source, if the caller names it: the file of another one is not found
 */
export async function removeAttachment(
  actor: Actor,
  { id, sourceId }: { id: string; sourceId?: string },
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "attach", "source"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const attachment = await findAttachment(id, tx);
    if (!attachment || (sourceId !== undefined && attachment.sourceId !== sourceId)) return notFound("file");
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

/** The files attached to a source, without their bytes, in the order in which they were added. */
export async function listSourceAttachments(
  actor: Actor,
  { sourceId }: { sourceId: string },
): Promise<Result<Attachment[], Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  if (!(await findSource(undefined, sourceId))) return notFound("source");
  return ok(await listAttachments(sourceId));
}

/** A file attached to a source, with its bytes. */
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
