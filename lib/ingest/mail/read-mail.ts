import { err, ok, type Result } from "@/lib/result";
import { escapeHtml } from "../office/inline-markup";
import { counted, type OfficeArticle, ownTitle, wasOrWere } from "../office/office-article";
import { type Decode, headerText, mailDayOf, senderNamesIn } from "./mail-headers";
import { type MimePart, parseMime, parseParameters } from "./mime-part";

/** Whether a file is a mail or a web page saved as one (MHTML), by its first lines. */
export function isMail(bytes: Uint8Array, name: string): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 16_384)).replace(/^From [^\n]*\n/, "");
  const names = new Set<string>();
  for (const line of head.split("\n").slice(0, 200)) {
    if (line.trim() === "") break;
    if (/^[ \t]/.test(line)) continue;
    const header = /^([A-Za-z][A-Za-z0-9-]{1,60}):/.exec(line)?.[1]?.toLowerCase();
    if (!header) return false;
    names.add(header);
  }
  const has = (...wanted: string[]) => wanted.every((each) => names.has(each));
  if (/\.(?:eml|mht|mhtml)$/i.test(name)) return has("content-type") || has("from") || has("subject");
  return (
    has("mime-version", "content-type") ||
    (has("from") &&
      (has("message-id") || has("received") || has("mime-version")) &&
      (has("date") || has("subject")))
  );
}

/** What is found in a message while its parts are read. */
interface Found {
  html: string[];
  text: string[];
  attachments: string[];
}

/**
 * Reads the article in a mail, or in a web page saved as MHTML.
 * @param decode decodes a text by its declared encoding, else by what it is
 * @throws TooLarge
 */
export function readMail(
  bytes: Uint8Array,
  name: string,
  decode: Decode,
): Result<OfficeArticle, { message: string }> {
  const message = parseMime(withoutMailboxLine(bytes));
  if (
    /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/.test(message.type) &&
    message.parameters.get("smime-type") !== "signed-data"
  )
    return err({
      message: `${name} is an encrypted mail. Open it in your mail program, copy its text and paste it.`,
    });
  const found: Found = { html: [], text: [], attachments: [] };
  collect(message, found, decode);
  if (found.html.length + found.text.length === 0)
    return err({
      message: `${name} is a mail without text. If the article is in an attachment, save the attachment and import that.`,
    });
  const header = (key: string) => headerText(message.headers.get(key) ?? "", decode);
  const page = savedPage(message);
  const notes = found.attachments.length
    ? [
        `${counted(found.attachments.length, "attachment")} ${wasOrWere(found.attachments.length)} left out: ${found.attachments.slice(0, 5).join(", ")}${found.attachments.length > 5 ? " and others" : ""}.`,
      ]
    : [];
  const title = ownTitle(header("subject").replace(/^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+/i, ""));
  if (page) {
    const value = found.html[0] ?? "";
    const address = header("snapshot-content-location") || page.headers.get("content-location");
    return ok({
      kind: "mail",
      value,
      isPage: !value.slice(0, 4000).includes("urn:schemas-microsoft-com:office"),
      title,
      address: address && /^https?:/i.test(address) ? address : undefined,
      notes: [],
    });
  }
  const details = {
    kind: "mail" as const,
    title,
    byline: senderNamesIn(header("from")).join(", ") || undefined,
    publishedAt: mailDayOf(message.headers.get("date") ?? "") ?? undefined,
    notes,
  };
  if (found.html.length === 0) return ok({ ...details, value: found.text.join("\n\n"), format: "text" });
  const lines = found.text.flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== "");
  return ok({
    ...details,
    value: [...found.html, ...lines.map((line) => `<p>${escapeHtml(line)}</p>`)].join("\n"),
  });
}

/** Mailboxes put a line before each message. */
function withoutMailboxLine(bytes: Uint8Array): Uint8Array {
  const starts = [..."From "].every((letter, index) => bytes[index] === letter.charCodeAt(0));
  const end = bytes.indexOf(10);
  return starts && end > 0 ? bytes.subarray(end + 1) : bytes;
}

/** The page in a file that a browser saved as MHTML; null for a mail. */
function savedPage(message: MimePart): MimePart | null {
  if (message.type !== "multipart/related" && message.type !== "text/html") return null;
  const root = rootOf(message);
  if (root?.type !== "text/html") return null;
  const isSaved =
    message.headers.has("snapshot-content-location") ||
    /saved by/i.test(message.headers.get("from") ?? "") ||
    (!message.headers.has("received") && root.headers.has("content-location"));
  return isSaved ? root : null;
}

/** The part that the others of a multipart/related belong to. */
function rootOf(part: MimePart): MimePart | undefined {
  if (part.parts.length === 0) return part;
  const start = part.parameters.get("start")?.trim();
  const named = start
    ? part.parts.find(({ headers }) => headers.get("content-id")?.trim() === start)
    : undefined;
  return named ?? part.parts[0];
}

function collect(part: MimePart, found: Found, decode: Decode): void {
  const disposition = parseParameters(part.headers.get("content-disposition") ?? "");
  const fileName = disposition.parameters.get("filename") ?? part.parameters.get("name");
  if (disposition.value === "attachment" || part.type.startsWith("message/")) {
    found.attachments.push(fileName ? headerText(fileName, decode) : `a part of the type ${part.type}`);
    return;
  }
  switch (part.type) {
    case "text/html":
    case "application/xhtml+xml":
      found.html.push(decode(part.content, part.parameters.get("charset")));
      return;
    case "text/plain":
      found.text.push(plainText(part, decode));
      return;
    case "multipart/alternative":
      collectBest(part.parts, found, decode);
      return;
    case "multipart/related": {
      const root = rootOf(part);
      // The others are its pictures and styles.
      if (root) collect(root, found, decode);
      return;
    }
  }
  if (part.parts.length > 0) for (const each of part.parts) collect(each, found, decode);
  else if (
    fileName &&
    !/^(?:image|application\/pgp-signature|application\/(?:x-)?pkcs7-signature)/.test(part.type)
  )
    found.attachments.push(headerText(fileName, decode));
}

/** Collects one of several forms of the same text: HTML if there is one, else plain text. */
function collectBest(parts: readonly MimePart[], found: Found, decode: Decode): void {
  const forms = parts.map((part) => {
    const form: Found = { html: [], text: [], attachments: [] };
    collect(part, form, decode);
    return form;
  });
  const best =
    forms.findLast(({ html }) => html.some((text) => text.trim() !== "")) ??
    forms.findLast(({ text }) => text.some((each) => each.trim() !== ""));
  if (!best) return;
  found.html.push(...best.html);
  found.text.push(...best.text);
  found.attachments.push(...forms.flatMap(({ attachments }) => attachments));
}

/** The text of a part; lines that a mail program broke are joined (RFC 3676). */
function plainText(part: MimePart, decode: Decode): string {
  const text = decode(part.content, part.parameters.get("charset")).replaceAll("\r\n", "\n");
  if (part.parameters.get("format")?.toLowerCase() !== "flowed") return text;
  const dropSpace = part.parameters.get("delsp")?.toLowerCase() === "yes";
  let joined = "";
  for (const line of text.split("\n")) {
    const own = line.startsWith(" ") ? line.slice(1) : line;
    const isFlowed = own.endsWith(" ") && own !== "-- ";
    joined += isFlowed ? (dropSpace ? own.slice(0, -1) : own) : `${own}\n`;
  }
  return joined;
}
