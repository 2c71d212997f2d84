import { openPdf, type PdfDocument } from "./pdf/glyphs/open-pdf";
import type { ArticleMetadata } from "./read-metadata";

/** Titles that programs set automatically. */
const DEFAULT_TITLE =
  /^(?:untitled|document ?\d*|(?:microsoft )?(?:word|powerpoint|excel)\b.*|about:blank|(?:https?|file):\/\/\S*)$|\.(?:docx?|pptx?|xlsx?|indd|qxd|pdf|tex|dvi|html?)$/i;
/** Names of accounts instead of persons. */
const DEFAULT_AUTHOR =
  /^(?:admin(?:istrator)?|user|owner|root|unknown|anonymous|author|guest|default|scanner|microsoft.*|hp|pc|\(?anonymous\)?|.*(?:word|acrobat|indesign|latex|chromium|skia).*)$/i;

/** The title in a PDF's metadata; null if there is none or only an automatic one. */
export async function readPdfTitle(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await readPdfMetadata(await openPdf(bytes))).title ?? null;
  } catch (cause) {
    console.warn("the title of a PDF could not be read:", cause instanceof Error ? cause.message : cause);
    return null;
  }
}

/** Title, author and language in a PDF's metadata, as far as a person entered them. Its dates are those of the file, not of the article. */
export async function readPdfMetadata(document: PdfDocument): Promise<ArticleMetadata> {
  const { info } = (await document.getMetadata()) as {
    info: { Title?: unknown; Author?: unknown; Language?: unknown };
  };
  const title = textOf(info.Title);
  const author = textOf(info.Author);
  const language = textOf(info.Language);
  return {
    ...(title.length >= 4 && !DEFAULT_TITLE.test(title) && { title }),
    ...(/\p{L}{2}/u.test(author) &&
      author.length <= 300 &&
      !DEFAULT_AUTHOR.test(author) && { byline: author }),
    ...(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && { language }),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/[\s\0]+/g, " ").trim() : "";
}
