import { err, ok, type Result } from "@/lib/result";
import { findDocument, readDocx } from "./docx/read-docx";
import type { OfficeArticle } from "./office/office-article";
import { type Archive, openArchive, UNPACKED_LIMIT } from "./office/open-archive";
import { XmlTooLarge } from "./office/xml-tree";

type Read = Result<OfficeArticle, { message: string }>;

const TRY_INSTEAD =
  "Use the DOCX, ODT, RTF, EPUB, HTML or PDF file of one article, or copy its text and paste it.";

/** Reads a document in an office format. @returns null if the bytes are in no such format */
export function readOffice(bytes: Uint8Array, name: string): Read | null {
  try {
    if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006"))
      return readPacked(bytes, name);
    if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return refuse(oldOfficeRefusal(bytes, name));
    return null;
  } catch (cause) {
    if (cause instanceof XmlTooLarge)
      return refuse(`${name} is too large or too deeply nested for an article. Copy its text and paste it.`);
    console.warn("an office file could not be read:", cause);
    return refuse(
      `${name} is damaged and cannot be read. Open it in its program, save it again, or copy its text and paste it.`,
    );
  }
}

function refuse(message: string): Read {
  return err({ message });
}

function readPacked(bytes: Uint8Array, name: string): Read {
  const opened = openArchive(bytes);
  if (!opened.ok)
    return refuse(
      opened.error === "too-large"
        ? `${name} unpacks to more than ${UNPACKED_LIMIT / 1024 / 1024} MB, too large for an article.`
        : `${name} is a damaged or protected archive. ${TRY_INSTEAD}`,
    );
  const archive = opened.value;
  const document = findDocument(archive);
  if (document) return ok(readDocx(archive, document));
  return refuse(packedRefusal(archive, name));
}

/** What a packed file is that is no document we read. */
function packedRefusal(archive: Archive, name: string): string {
  const has = (pattern: RegExp) => archive.names.some((part) => pattern.test(part));
  if (has(/^xl\/workbook\./i))
    return `${name} is a spreadsheet. Copy the cells that you need and paste them, or save it as PDF.`;
  if (has(/^ppt\/presentation\./i))
    return `${name} is a presentation. Save it as PDF, or copy its text and paste it.`;
  if (has(/^(?:index\/document\.iwa|index\.zip|index\.xml|index\.apxl)$/i))
    return `${name} is a Pages, Numbers or Keynote file. Export it as DOCX or PDF and try again.`;
  return `${name} is an archive, not a document. ${TRY_INSTEAD}`;
}

/** What a file of an older office program is, by the names of its streams. */
function oldOfficeRefusal(bytes: Uint8Array, name: string): string {
  const has = (stream: string) => Buffer.from(bytes).includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage") || has("EncryptionInfo"))
    return `${name} is protected by a password. Remove the password in its program and try again.`;
  if (has("WordDocument")) return `${name} is in the old Word format (DOC). Save it as DOCX and try again.`;
  if (has("Workbook") || has("Book"))
    return `${name} is a spreadsheet in the old Excel format (XLS). Copy the cells that you need and paste them, or save it as PDF.`;
  if (has("PowerPoint Document"))
    return `${name} is a presentation in the old PowerPoint format (PPT). Save it as PDF, or copy its text and paste it.`;
  if (has("__properties_version1.0"))
    return `${name} is an Outlook message (MSG). Save it as EML or HTML, or copy its text and paste it.`;
  return `${name} is in an old Office format. Save it as DOCX and try again.`;
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((character, index) => bytes[index] === character.charCodeAt(0));
}
