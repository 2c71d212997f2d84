import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import type { ParsedArticle } from "../parse-article";
import { titleOf } from "../title-of";

/**
 * Takes the heading that begins an article out of its text, where it is its title: the title is shown above the text. The heading of a text
 * with several of the same level stays, unless the file says that it is the title; so does one that is all there is.
 * @param options.isDeclared whether the title in the details is one that the file declares
 */
export function takeTitle(article: ParsedArticle, { isDeclared = false } = {}): ParsedArticle {
  const [first, ...rest] = article.doc.content ?? [];
  if (first?.type !== "heading" || rest.length === 0) return article;
  const heading = (first.content ?? []).map(({ text }) => text ?? " ").join("");
  const title = titleOf(article);
  const isRepeated =
    !isDeclared && rest.some(({ type, attrs }) => type === "heading" && attrs?.level === first.attrs?.level);
  if (title === null || normal(heading) !== normal(title) || isRepeated) return article;
  const doc = { ...article.doc, content: rest };
  const { text } = canonicalText(articleSchema.nodeFromJSON(doc));
  if (text.trim() === "") return article;
  const note = `The heading “${title}” became the title and is not in the text.`;
  return { ...article, doc, text, metadata: { ...article.metadata, title }, notes: [...article.notes, note] };
}

function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
