import { unzipSync } from "fflate";
import mammoth from "mammoth";
import type { ImportDifferences } from "@/lib/fidelity/import-difference";
import { err, ok, type Result } from "@/lib/result";
import type { ArticleFormat } from "./article-formats";
import { decodeText } from "./decode-text";
import { damageNote } from "./encodings/damage-note";
import { completeLanguage } from "./fields/complete-language";
import { FILE_LIMIT } from "./file-limit";
import { type ParsedArticle, parseArticle } from "./parse-article";
import { pdfHtml } from "./pdf/pdf-html";
import { type ArticleList, isList, readList } from "./read-list";
import { readPdf } from "./read-pdf";
import { type Original, secondOpinion } from "./second-opinion/second-opinion";

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
}

/** An article, and how its text differs from the file. */
export interface FileArticle extends ParsedArticle {
  differences: ImportDifferences;
}

/** The content of a file: an article, or a list of articles. */
export type ParsedFile = { kind: "article"; article: FileArticle } | { kind: "list"; list: ArticleList };

/**
 * Reads an article from a file (plain text, Markdown, HTML, DOCX, PDF with text), or the addresses from a feed or a sitemap. Its type is
 * detected from its content first.
 */
export async function parseFile(file: ImportedFile): Promise<Result<ParsedFile, { message: string }>> {
  if (!file.format) {
    const text = textOfPossibleList(file);
    if (text !== null && isList(text)) {
      const list = readList(text, file.address);
      return list.ok ? ok({ kind: "list", list: list.value }) : list;
    }
  }
  const article = await parseArticleFile(file);
  if (!article.ok) return article;
  const differences = await secondOpinion(originalOf(file), article.value.text);
  return ok({ kind: "article", article: { ...(await completeLanguage(article.value)), differences } });
}

/** What the second reader reads of a file: the same bytes, before anything was made of them. */
function originalOf({ bytes, name, format, charset }: ImportedFile): Original {
  if (startsWith(bytes, "%PDF-")) return { kind: "pdf", bytes };
  if (startsWith(bytes, "PK\u0003\u0004")) return { kind: "docx", bytes };
  const { text } = decodeText(bytes, charset);
  return { kind: format ?? formatOf(name, text), value: text };
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

async function parseArticleFile(file: ImportedFile): Promise<Result<ParsedArticle, { message: string }>> {
  if (file.bytes.length > FILE_LIMIT)
    return err({
      message: `${file.name} is ${Math.ceil(file.bytes.length / 1024 / 1024)} MB; the limit is ${FILE_LIMIT / 1024 / 1024} MB. Extract the article's pages, or copy its text and paste it.`,
    });
  if (startsWith(file.bytes, "%PDF-")) {
    const pdf = await readPdf(file.bytes);
    if (!pdf.ok) return pdf;
    const parsed = parseArticle({ format: "html", value: pdfHtml(pdf.value.blocks), kind: "passage" });
    if (!parsed.ok) return parsed;
    const { metadata, notes } = parsed.value;
    return ok({
      ...parsed.value,
      metadata: { ...metadata, ...pdf.value.metadata },
      notes: [...pdf.value.notes, ...notes],
    });
  }
  if (startsWith(file.bytes, "PK\u0003\u0004")) return parseDocx(file);
  if (startsWith(file.bytes, "{\\rtf"))
    return err({ message: `${file.name} is an RTF file. Save it as DOCX, or copy its text and paste it.` });
  if (startsWith(file.bytes, "\u00d0\u00cf\u0011\u00e0"))
    return err({ message: `${file.name} is in an old Office format. Save it as DOCX and try again.` });
  const { text, encoding, damaged } = decodeText(file.bytes, file.charset);
  if (text.includes("\0"))
    return err({
      message: `${file.name} is not a text file. Use plain text, Markdown, HTML, DOCX or PDF.`,
    });
  const parsed = parseArticle({
    format: file.format ?? formatOf(file.name, text),
    value: text,
    address: file.address,
    kind: file.pasted ? undefined : "page",
  });
  if (!parsed.ok) return parsed;
  const notes = [
    encoding.startsWith("utf-") ? null : `The text was read as ${encoding}.`,
    damaged > 0 ? damageNote(parsed.value.text) : null,
  ].filter((note) => note !== null);
  return ok({ ...parsed.value, notes: [...parsed.value.notes, ...notes] });
}

/** Maximum size of an unpacked file, in bytes. */
const UNPACKED_LIMIT = 100 * 1024 * 1024;

async function parseDocx(file: ImportedFile): Promise<Result<ParsedArticle, { message: string }>> {
  try {
    let unpacked = 0;
    // Only reads the directory of the archive.
    unzipSync(file.bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > UNPACKED_LIMIT)
      return err({
        message: `${file.name} unpacks to more than ${UNPACKED_LIMIT / 1024 / 1024} MB, too large for an article.`,
      });
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(file.bytes) },
      // Images would be inlined as megabytes of text.
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    return parseArticle({ format: "html", value, kind: "passage" });
  } catch (cause) {
    console.warn("a DOCX file could not be read:", cause instanceof Error ? cause.message : cause);
    return err({
      message: `${file.name} is an archive, not a DOCX file. Use the DOCX, HTML or PDF file of one article.`,
    });
  }
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
