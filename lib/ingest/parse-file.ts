import { err, ok, type Result } from "@/lib/result";
import type { ArticleFormat } from "./article-formats";
import { decodeText } from "./decode-text";
import { FILE_LIMIT } from "./file-limit";
import { readOffice } from "./files/read-office";
import { refuseFile } from "./files/refuse-file";
import type { OfficeArticle } from "./office/office-article";
import { type ParsedArticle, parseArticle } from "./parse-article";
import { type ArticleList, isList, readList } from "./read-list";
import { readPdf } from "./read-pdf";

/** A file, or the content of an address. */
export interface ImportedFile {
  bytes: Uint8Array;
  /** Its name, which decides its type if its content does not. */
  name: string;
  /** As chosen by the user; detected from the content by default. */
  format?: ArticleFormat | undefined;
  /** Where it was fetched from. */
  address?: string | undefined;
  /** Whether it was pasted: then HTML may be a passage; in a file or at an address it is a page. */
  pasted?: boolean | undefined;
}

/** The content of a file: an article, or a list of articles. */
export type ParsedFile = { kind: "article"; article: ParsedArticle } | { kind: "list"; list: ArticleList };

/**
 * Reads an article from a file (plain text, Markdown, HTML, DOCX, ODT, RTF, EPUB, mails, PDF with text), or the addresses from a feed or a sitemap. Its type is
 * detected from its content first.
 */
export async function parseFile(file: ImportedFile): Promise<Result<ParsedFile, { message: string }>> {
  if (!file.format) {
    const text = textOfPossibleList(file.bytes);
    if (text !== null && isList(text)) {
      const list = readList(text, file.address);
      return list.ok ? ok({ kind: "list", list: list.value }) : list;
    }
  }
  const article = await parseArticleFile(file);
  return article.ok ? ok({ kind: "article", article: article.value }) : article;
}

/** The text of a file that starts like a feed or a sitemap, else null. */
function textOfPossibleList(bytes: Uint8Array): string | null {
  const first = new TextDecoder("latin1")
    .decode(bytes.subarray(0, 200))
    .replace(/^[\s\u00ef\u00bb\u00bf]+/, "")[0];
  return (first === "<" || first === "{") && bytes.length <= FILE_LIMIT ? decodeText(bytes).text : null;
}

async function parseArticleFile(file: ImportedFile): Promise<Result<ParsedArticle, { message: string }>> {
  if (file.bytes.length > FILE_LIMIT)
    return err({
      message: `${file.name} is ${Math.ceil(file.bytes.length / 1024 / 1024)} MB; the limit is ${FILE_LIMIT / 1024 / 1024} MB. Extract the article's pages, or copy its text and paste it.`,
    });
  if (startsWith(file.bytes, "%PDF-")) {
    const text = await readPdf(file.bytes);
    return text.ok ? parseArticle({ format: "text", value: text.value }) : text;
  }
  const office = readOffice(file.bytes, file.name, {
    decode: (bytes) => decodeText(bytes).text,
    mails: !file.format && !file.pasted,
  });
  if (office) return office.ok ? articleOf(office.value) : office;
  const refusal = await refuseFile(file.bytes, file.name);
  if (refusal) return err({ message: refusal });
  const { text, encoding } = decodeText(file.bytes);
  if (text.includes("\0"))
    return err({
      message: `${file.name} is not a text file. Use plain text, Markdown, HTML, DOCX, ODT, RTF, EPUB, EML or PDF.`,
    });
  const parsed = parseArticle({
    format: file.format ?? formatOf(file.name, text),
    value: text,
    address: file.address,
    kind: file.pasted ? undefined : "page",
  });
  if (!parsed.ok || encoding.startsWith("utf-")) return parsed;
  return ok({ ...parsed.value, notes: [...parsed.value.notes, `The text was read as ${encoding}.`] });
}

/** Makes an article of what was found in a document. */
function articleOf(found: OfficeArticle): Result<ParsedArticle, { message: string }> {
  const { value, format, isPage, title, byline, language, publishedAt, address } = found;
  const parsed = parseArticle({
    format: format ?? "html",
    value,
    address,
    kind: isPage ? "page" : "passage",
  });
  if (!parsed.ok) return parsed;
  const own = { title, byline, language, publishedAt, canonicalUrl: address };
  const known = Object.fromEntries(Object.entries(own).filter(([, text]) => text !== undefined));
  return ok({
    ...parsed.value,
    metadata: isPage ? { ...known, ...parsed.value.metadata } : { ...parsed.value.metadata, ...known },
    notes: [...found.notes, ...parsed.value.notes],
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
