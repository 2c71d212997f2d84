import type { ParsedArticle } from "../parse-article";
import { detectLanguage, isCloseTo, mayContradict } from "./detect-language";

/**
 * Adds the language of an article that does not declare one, and corrects one that its text contradicts, such as the "en" of a template. A note
 * tells the editor.
 */
export async function completeLanguage(article: ParsedArticle): Promise<ParsedArticle> {
  const { metadata, text, notes } = article;
  const declared = metadata.language;
  if (declared && !mayContradict(declared, text)) return article;
  const language = await detectLanguage(text);
  if (!language || (declared && isCloseTo(declared, language))) return article;
  const note = declared
    ? `The page declares its language as ${nameOf(declared)}, but the text is in ${nameOf(language)}. Check the language.`
    : `Language detected from the text: ${nameOf(language)}.`;
  // English is what editors expect.
  const isExpected = !declared && language === "en";
  return { ...article, metadata: { ...metadata, language }, notes: isExpected ? notes : [...notes, note] };
}

/** A language in English: "French". */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
