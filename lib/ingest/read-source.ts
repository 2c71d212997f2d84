import { fileTypeFromBuffer } from "file-type";
import { readDate } from "@/lib/sources/read-date";
import { NO_DETAILS, type SourceDetails } from "@/lib/sources/source-details";
import { buildDom } from "./build-dom";
import { type CitationTags, readCitationTags } from "./citation/read-citation-tags";
import { decodeText } from "./decode-text";
import { isMail } from "./mail/read-mail";
import { ARTICLE_LIMITS } from "./parse-article";
import { type ImportedFile, parseFile } from "./parse-file";
import { type PageHead, readHead } from "./read-head";
import { readPdfTitle } from "./read-pdf-title";

/** The metadata of a page or a file as a source. */
export interface ReadSource extends PageHead {
  details: SourceDetails;
  language: string | null;
  /** The readable text, paragraphs separated by "\n"; empty if there is none. */
  text: string;
  mediaType: string;
}

/** Reads the metadata and the readable text of a page or a file. Its type is detected from its content. */
export async function readSource(file: ImportedFile): Promise<ReadSource> {
  const kind = await kindOf(file);
  const { tags, ...head } = kind.mediaType === "text/html" ? headOf(file) : EMPTY_HEAD;
  if (kind.type === "media")
    return {
      ...head,
      ...kind,
      details: tags.details,
      type: kind.type,
      title: nameOf(file),
      language: null,
      text: "",
    };
  const parsed = await parseFile(kind.mediaType === "text/html" ? withoutHeavyParts(file) : file);
  const article = parsed.ok && parsed.value.kind === "article" ? parsed.value.article : null;
  const known = article?.metadata ?? {};
  // The head names the journal as publisher if there is one.
  const { containerTitle } = tags.details;
  const publisher = containerTitle === null ? (head.publisher ?? known.publisher ?? null) : tags.publisher;
  return {
    title: head.title ?? known.title ?? (await titleOf(file, kind.mediaType, article?.text ?? "")),
    authors: kind.mediaType === "text/html" ? head.authors : (known.byline?.split(", ") ?? []),
    publisher,
    details: tags.details,
    publishedOn: head.publishedOn ?? readDate(known.publishedAt ?? ""),
    language: known.language ?? null,
    doi: head.doi,
    type: kind.type ?? head.type,
    canonicalUrl: head.canonicalUrl,
    text: article?.text ?? "",
    mediaType: kind.mediaType,
  };
}

/** The title of a file that is not a web page: from its metadata, its first line, or its name. */
async function titleOf(file: ImportedFile, mediaType: string, text: string): Promise<string | null> {
  if (mediaType === "text/html") return null;
  const own = mediaType === "application/pdf" ? await readPdfTitle(file.bytes) : null;
  const [first = ""] = text.trim().split("\n");
  return own ?? (mediaType === "application/pdf" && first.length <= 200 && first ? first : nameOf(file));
}

/** The last part of an address, or the name of a file. */
function nameOf({ name }: ImportedFile): string | null {
  const last = name.split("/").findLast(Boolean) ?? "";
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return last || null;
  }
}

/** A page without scripts, styles and embedded data if it is too long with them. */
function withoutHeavyParts(file: ImportedFile): ImportedFile {
  if (file.bytes.length <= ARTICLE_LIMITS.input) return file;
  const { text } = decodeText(file.bytes, file.charset);
  const light = text
    .replace(/<!--.*?-->/gs, "")
    .replace(/<(script|style|svg|template)\b[^>]*>.*?<\/\1\s*>/gis, "")
    .replace(/data:[\w/+.-]+;base64,[\w+/=]+/g, "");
  // Now in UTF-8, whatever encoding the page declares.
  return { ...file, charset: "utf-8", bytes: new TextEncoder().encode(light) };
}

const EMPTY_HEAD: PageHead & { tags: CitationTags } = {
  title: null,
  authors: [],
  publisher: null,
  publishedOn: null,
  doi: null,
  type: "web_page",
  canonicalUrl: null,
  tags: { details: NO_DETAILS, publisher: null },
};

async function kindOf({
  bytes,
  charset,
}: ImportedFile): Promise<{ mediaType: string; type?: ReadSource["type"] }> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === "application/pdf") return { type: "report", mediaType: mime };
  if (mime && /^(?:image|audio|video)\//.test(mime)) return { type: "media", mediaType: mime };
  if (new TextDecoder("latin1").decode(bytes.subarray(0, 2)) === "PK")
    return { type: "report", mediaType: mime ?? "application/zip" };
  if (mime === "application/rtf") return { type: "report", mediaType: mime };
  // The page in a mail or in MHTML has no head of its own here.
  if (isMail(bytes, "")) return { type: "web_page", mediaType: "message/rfc822" };
  const { text } = decodeText(bytes, charset);
  return /<(html|head|body|meta|p|div)[\s>]/i.test(text.slice(0, 20_000))
    ? { mediaType: "text/html" }
    : { type: "web_page", mediaType: "text/plain" };
}

function headOf({ bytes, charset }: ImportedFile): PageHead & { tags: CitationTags } {
  const { text } = decodeText(bytes, charset);
  const built = buildDom(text);
  return built.ok ? { ...readHead(built.value), tags: readCitationTags(built.value) } : EMPTY_HEAD;
}
