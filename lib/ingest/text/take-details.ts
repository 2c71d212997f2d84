import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import type { ParsedArticle } from "../parse-article";
import { takeTitle } from "./take-title";
import { saysOnlyDetails, textOf } from "./without-head-lines";

/** Lines below a title among which authors and a date are looked for. */
const MAX_LINES = 3;

/**
 * Takes the title of an office file out of its text, and the lines directly below it that say only what became details: the authors and the
 * day. A note names what is taken. Without a title at the top, everything stays.
 * @param options.isTitleDeclared whether the title is one that the file declares, by its style or in its properties
 */
export function takeDetails(
  article: ParsedArticle,
  { isTitleDeclared }: { isTitleDeclared: boolean },
): ParsedArticle {
  const titled = takeTitle(article, { isDeclared: isTitleDeclared });
  if (titled === article) return article;
  const content = titled.doc.content ?? [];
  const end = content.findIndex(
    (block, index) =>
      index === MAX_LINES || block.type !== "paragraph" || !saysOnlyDetails(textOf(block), titled.metadata),
  );
  if (end <= 0) return titled;
  const lines = content.slice(0, end).map((block) => `“${textOf(block).trim()}”`);
  const doc = { ...titled.doc, content: content.slice(end) };
  const { text } = canonicalText(articleSchema.nodeFromJSON(doc));
  const note = `Below the title, ${new Intl.ListFormat("en").format(lines)} became ${lines.length === 1 ? "a detail" : "details"} of the article and ${lines.length === 1 ? "is" : "are"} not in the text.`;
  return { ...titled, doc, text, notes: [...titled.notes, note] };
}
