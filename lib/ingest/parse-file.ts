import type { ImportDifferences } from "@/lib/fidelity/import-difference";
import { movedDifferences } from "@/lib/fidelity/moved-differences";
import { err, ok, type Result } from "@/lib/result";
import type { ArticleFormat } from "./article-formats";
import { decodeText } from "./decode-text";
import { damageNote } from "./encodings/damage-note";
import { completeLanguage } from "./fields/complete-language";
import { FILE_LIMIT } from "./file-limit";
import { readOffice } from "./files/read-office";
import { refuseFile } from "./files/refuse-file";
import type { OfficeArticle } from "./office/office-article";
import { type ParsedArticle, parseArticle } from "./parse-article";
import { pdfHtml } from "./pdf/pdf-html";
import { type ArticleList, isList, readList } from "./read-list";
import { readPdf } from "./read-pdf";
import { type Original, secondOpinion } from "./second-opinion/second-opinion";
import { takeFrontMatter } from "./text/front-matter";
import { takeDetails } from "./text/take-details";
import { takeFirstLine } from "./text/take-first-line";
import { takeTitle } from "./text/take-title";

/** A file, or the content of an address. */
export interface ImportedFile {
  bytes: Uint8Array;
  /** Its name, which decides its type if its content does not. */
  name: string;
  /** The encoding that the server declares for a text. */
  charset?: string | undefined;
  /** As chosen by the user; detected from the content by default. */
  format?: ArticleFormat | undefined;
  /** Where it was fetched from. */
  address?: string | undefined;
  /** Whether it was pasted: then HTML may be a passage; in a file or at an address it is a page. */
  pasted?: boolean | undefined;
  /** The title that was typed or sent beside a text, or "". What was pasted without one keeps its first line in the text. */
  typedTitle?: string | undefined;
}

/** An article, and how its text differs from the file. */
export interface FileArticle extends ParsedArticle {
  differences: ImportDifferences;
  /** Whether the first line of a plain text became its title. */
  isFirstLineTaken?: boolean;
}

/** The content of a file: an article, or a list of articles. */
export type ParsedFile = { kind: "article"; article: FileArticle } | { kind: "list"; list: ArticleList };

/**
 * Reads an article from a file (plain text, Markdown, HTML, DOCX, ODT, RTF, EPUB, mails, PDF with text), or the addresses from a feed or
 * a sitemap. Its type is detected from its content first.
 */
export async function parseFile(file: ImportedFile): Promise<Result<ParsedFile, { message: string }>> {
  if (!file.format) {
    const text = textOfPossibleList(file);
    if (text !== null && isList(text)) {
      const list = readList(text, file.address);
      return list.ok ? ok({ kind: "list", list: list.value }) : list;
    }
  }
  const read = await readArticle(file);
  if (!read.ok) return read;
  const { article: found, original, isTitleDeclared = false } = read.value;
  const differences = await secondOpinion(original, found.text);
  const typedTitle = file.typedTitle ?? (file.pasted ? undefined : "");
  const titled =
    original.kind === "text" && typedTitle !== undefined
      ? takeFirstLine(found, original.value, typedTitle)
      : { article: found, isTaken: false };
  // What is pasted goes below a title that someone types; a program that sends Markdown without one has none to type.
  const isBelowTitle = file.pasted && !(original.kind === "markdown" && file.typedTitle === "");
  const article = await completeLanguage(
    isBelowTitle ? titled.article : withoutDetails(titled.article, original.kind, isTitleDeclared),
  );
  const cut = found.text.length - article.text.length;
  return ok({
    kind: "article",
    article: {
      ...article,
      differences: movedDifferences(differences, cut),
      ...(titled.isTaken && { isFirstLineTaken: true }),
    },
  });
}

/** An article without the title and the details that its text begins with. */
function withoutDetails(
  article: ParsedArticle,
  kind: Original["kind"],
  isTitleDeclared: boolean,
): ParsedArticle {
  switch (kind) {
    case "html":
    case "markdown":
      return takeTitle(article);
    case "docx":
    case "odt":
    case "rtf":
    case "epub":
    case "mail":
      return takeDetails(article, { isTitleDeclared });
    case "pdf":
    case "text":
      return article;
  }
}

/** The text of a file that starts like a feed or a sitemap, else null. */
function textOfPossibleList({ bytes, charset }: ImportedFile): string | null {
  const first = new TextDecoder("latin1")
    .decode(bytes.subarray(0, 200))
    .replace(/^[\s\u00ef\u00bb\u00bf]+/, "")[0];
  return (first === "<" || first === "{") && bytes.length <= FILE_LIMIT
    ? decodeText(bytes, charset).text
    : null;
}

/** An article, what the second reader compares it with, and whether its title is one that an office file declares. */
type ArticleResult = Result<
  { article: ParsedArticle; original: Original; isTitleDeclared?: boolean },
  { message: string }
>;

async function readArticle(file: ImportedFile): Promise<ArticleResult> {
  const { bytes, name } = file;
  if (bytes.length > FILE_LIMIT)
    return err({
      message: `${name} is ${Math.ceil(bytes.length / 1024 / 1024)} MB; the limit is ${FILE_LIMIT / 1024 / 1024} MB. Extract the article's pages, or copy its text and paste it.`,
    });
  if (startsWith(bytes, "%PDF-")) {
    const pdf = await readPdf(bytes);
    if (!pdf.ok) return pdf;
    const parsed = parseArticle({ format: "html", value: pdfHtml(pdf.value.blocks), kind: "passage" });
    if (!parsed.ok) return parsed;
    const { metadata, notes } = parsed.value;
    const article = {
      ...parsed.value,
      metadata: { ...metadata, ...pdf.value.metadata },
      notes: [...pdf.value.notes, ...notes],
    };
    return ok({ article, original: { kind: "pdf", bytes, leftOut: pdf.value.leftOut } });
  }
  const office = readOffice(bytes, name, {
    decode: (part) => decodeText(part).text,
    mails: !file.format && !file.pasted,
  });
  if (office?.ok) return articleOf(office.value, bytes);
  const refusal = office?.error.message ?? (await refuseFile(bytes, name));
  return refusal ? err({ message: refusal }) : readTextFile(file);
}

function readTextFile(file: ImportedFile): ArticleResult {
  const { text, encoding, damaged } = decodeText(file.bytes, file.charset);
  if (text.includes("\0"))
    return err({
      message: `${file.name} is not a text file. Use plain text, Markdown, HTML, DOCX, ODT, RTF, EPUB, EML or PDF.`,
    });
  const format = file.format ?? formatOf(file.name, text);
  const parsed = parseArticle({
    format,
    value: text,
    address: file.address,
    kind: file.pasted ? undefined : "page",
  });
  if (!parsed.ok) return parsed;
  const notes = [
    encoding.startsWith("utf-") ? null : `The text was read as ${encoding}.`,
    damaged > 0 ? damageNote(parsed.value.text) : null,
  ].filter((note) => note !== null);
  const article = { ...parsed.value, notes: [...parsed.value.notes, ...notes] };
  // The head of a Markdown file is not text; a note names what it holds.
  const value = format === "markdown" ? takeFrontMatter(text).body : text;
  return ok({ article, original: { kind: format, value } });
}

/** Makes an article of what was found in a document. */
function articleOf(found: OfficeArticle, bytes: Uint8Array): ArticleResult {
  const { value, format = "html", isPage, title, byline, language, publishedAt, address } = found;
  const parsed = parseArticle({ format, value, address, kind: isPage ? "page" : "passage" });
  if (!parsed.ok) return parsed;
  const own = { title, byline, language, publishedAt, canonicalUrl: address };
  const known = Object.fromEntries(Object.entries(own).filter(([, text]) => text !== undefined));
  const article = {
    ...parsed.value,
    metadata: isPage ? { ...known, ...parsed.value.metadata } : { ...parsed.value.metadata, ...known },
    notes: [...found.notes, ...parsed.value.notes],
  };
  const { kind, labels } = found;
  return ok({
    article,
    original: { kind, bytes, labels, isPage: isPage ?? false },
    isTitleDeclared: title !== undefined,
  });
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** The format of a text by its file name, or else its beginning. */
function formatOf(name: string, text: string): ArticleFormat {
  if (/\.(html?|xhtml)$/i.test(name)) return "html";
  if (/\.(md|markdown)$/i.test(name)) return "markdown";
  if (/\.(txt|text)$/i.test(name)) return "text";
  return /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|meta|body|main|article|section|p|h[1-6]|div|span|blockquote|ul|ol|table|figure)[\s>]/i.test(
    text,
  )
    ? "html"
    : "text";
}
