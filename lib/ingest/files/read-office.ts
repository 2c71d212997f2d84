import { err, ok, type Result } from "@/lib/result";
import { findDocument, readDocx } from "../docx/read-docx";
import { isEpub, readEpub } from "../epub/read-epub";
import { isMail, readMail } from "../mail/read-mail";
import { ODT_NAMESPACES } from "../odt/odt-namespaces";
import { isEncrypted, openDocumentKind, readFlatOdt, readOdt } from "../odt/read-odt";
import type { OfficeArticle } from "../office/office-article";
import { type Archive, openArchive, UNPACKED_LIMIT } from "../office/open-archive";
import { TooLarge } from "../office/too-large";
import { decodeXml, parseXml } from "../office/xml-tree";
import { readRtf } from "../rtf/read-rtf";

type Read = Result<OfficeArticle, { message: string }>;

const TRY_INSTEAD =
  "Use the DOCX, ODT, RTF, EPUB, HTML or PDF file of one article, or copy its text and paste it.";

/**
 * Reads a document of an office program, an e-book or a mail.
 * @param decode decodes a text whose encoding nothing says
 * @param mails whether a text can be a mail
 * @returns null if the bytes are in no such format
 */
export function readOffice(
  bytes: Uint8Array,
  name: string,
  { decode, mails }: { decode: (bytes: Uint8Array) => string; mails: boolean },
): Read | null {
  try {
    if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006"))
      return readPacked(bytes, name);
    if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return refuse(oldOfficeRefusal(bytes, name));
    if (startsWith(bytes, "{\\rtf")) return ok(readRtf(bytes));
    const flat = readFlatXml(bytes, name);
    if (flat) return flat;
    if (mails && isMail(bytes, name))
      return readMail(bytes, name, (text, label) => decodeAs(text, label, decode));
    return null;
  } catch (cause) {
    if (cause instanceof TooLarge)
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
  if (isEpub(archive)) return readEpub(archive, name);
  const kind = openDocumentKind(archive);
  if (kind && isEncrypted(archive)) return refuse(protectedMessage(name));
  if (kind === "text") return ok(readOdt(archive));
  if (kind === "spreadsheet") return refuse(spreadsheetMessage(name));
  if (kind === "presentation") return refuse(presentationMessage(name));
  return refuse(packedRefusal(archive, name));
}

/** Reads a document of an office program that is one XML file. @returns null for other files */
function readFlatXml(bytes: Uint8Array, name: string): Read | null {
  const head = decodeXml(bytes.subarray(0, 2000));
  if (!/^\ufeff?\s*<\?xml\b/.test(head)) return null;
  if (/progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b/.test(head))
    return refuse(`${name} is a Word document as XML. Save it as DOCX and try again.`);
  if (!/<office:document\b/.test(head)) return null;
  const root = parseXml(decodeXml(bytes), ODT_NAMESPACES);
  return head.includes("opendocument.text")
    ? ok(readFlatOdt(root))
    : refuse(`${name} is not a text document. ${TRY_INSTEAD}`);
}

/** Decodes a text by its declared encoding, else by what it is. */
function decodeAs(
  bytes: Uint8Array,
  label: string | undefined,
  decode: (bytes: Uint8Array) => string,
): string {
  try {
    // Programs declare ASCII for anything.
    if (label && !/^(?:us-)?ascii$|^ansi/i.test(label)) return new TextDecoder(label).decode(bytes);
  } catch {
    // An unknown encoding.
  }
  return decode(bytes);
}

function protectedMessage(name: string): string {
  return `${name} is protected by a password. Remove the password in its program and try again.`;
}

function spreadsheetMessage(name: string): string {
  return `${name} is a spreadsheet. Copy the cells that you need and paste them, or save it as PDF.`;
}

function presentationMessage(name: string): string {
  return `${name} is a presentation. Save it as PDF, or copy its text and paste it.`;
}

/** What a packed file is that is no document we read. */
function packedRefusal(archive: Archive, name: string): string {
  const has = (pattern: RegExp) => archive.names.some((part) => pattern.test(part));
  if (has(/^xl\/workbook\./i)) return spreadsheetMessage(name);
  if (has(/^ppt\/presentation\./i)) return presentationMessage(name);
  if (has(/^(?:index\/document\.iwa|index\.zip|index\.xml|index\.apxl)$/i))
    return `${name} is a Pages, Numbers or Keynote file. Export it as DOCX or PDF and try again.`;
  return `${name} is an archive, not a document. ${TRY_INSTEAD}`;
}

/** What a file of an older office program is, by the names of its streams. */
function oldOfficeRefusal(bytes: Uint8Array, name: string): string {
  const has = (stream: string) => Buffer.from(bytes).includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage") || has("EncryptionInfo")) return protectedMessage(name);
  if (has("WordDocument")) return `${name} is in the old Word format (DOC). Save it as DOCX and try again.`;
  if (has("Workbook") || has("Book")) return spreadsheetMessage(name);
  if (has("PowerPoint Document")) return presentationMessage(name);
  if (has("__properties_version1.0"))
    return `${name} is an Outlook message (MSG). Save it as EML or HTML, or copy its text and paste it.`;
  return `${name} is in an old Office format. Save it as DOCX and try again.`;
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((character, index) => bytes[index] === character.charCodeAt(0));
}
