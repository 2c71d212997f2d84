import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import type { ParsedArticle } from "../parse-article";

/** Longer lines are no titles. */
const MAX_TITLE = 150;
/** A short first line and the blank line below it. */
const FIRST_LINE = /^\s*(\S[^\n\r]*)(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)/;
/** The end of a sentence, or of a line that what follows belongs to. */
const CONTINUED = /[.。．।:;,、，][\s"”’»)\]]*$/u;
const LIST_ITEM = /^(?:[-*•◦▪‣>#]|\d{1,3}[.)])\s/;
/** A line of signs or figures, an address, or the names of authors. */
const NO_TITLE = /^(?:\P{L}*|\S+:\/\/\S*|\S+@\S+|(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)(?: \p{Lu}\S*){1,5})$/u;

/**
 * Takes the first line of a plain text out of it, where it is a title: short, not a sentence, and with a blank line below it.
 * @param value the text as it is in the file, or as it was pasted or sent
 * @param typed the title that was typed or sent beside it, or "". It stays the title; a first line that says something else then stays in the text
 * @returns the article, with the line as its title, and whether it was taken
 */
export function takeFirstLine(
  article: ParsedArticle,
  value: string,
  typed: string,
): { article: ParsedArticle; isTaken: boolean } {
  const kept = { article, isTaken: false };
  // The pattern looks at the start only.
  const line = normal(FIRST_LINE.exec(value.slice(0, 10 * MAX_TITLE))?.[1] ?? "");
  if (
    line === "" ||
    line.length > MAX_TITLE ||
    CONTINUED.test(line) ||
    LIST_ITEM.test(line) ||
    NO_TITLE.test(line)
  )
    return kept;
  if (typed.trim() !== "" && normal(typed) !== line) return kept;
  const [first, ...rest] = article.doc.content ?? [];
  const shown = normal((first?.content ?? []).map(({ text }) => text ?? " ").join(""));
  if (first?.type !== "paragraph" || shown !== line || rest.length === 0) return kept;
  const doc = { ...article.doc, content: rest };
  const { text } = canonicalText(articleSchema.nodeFromJSON(doc));
  if (text.trim() === "") return kept;
  const note = `The first line “${line}” became the title and is not in the text.`;
  const metadata = { ...article.metadata, title: line };
  return { article: { ...article, doc, text, metadata, notes: [...article.notes, note] }, isTaken: true };
}

function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
