import type { ParsedArticle } from "../parse-article";
import { detectLanguage, isCloseTo, mayContradict } from "./detect-language";

/**
 * Adds the language of an article that does not declare one. If the text contradicts the declared one, such as the "en" of a template, a note
 * tells the editor.
 */
export async function completeLanguage(article: ParsedArticle): Promise<ParsedArticle> {
  const { metadata, text, notes } = article;
  const declared = metadata.language;
  if (declared && !mayContradict(declared, text)) return article;
  const language = await detectLanguage(text);
  if (!language || (declared && isCloseTo(declared, language))) return article;
  if (declared) {
    const note = `The page declares its language as ${nameOf(declared)}, but the text is in ${nameOf(language)}. Check the language.`;
    return { ...article, notes: [...notes, note] };
  }
  // English is what editors expect.
  const note = language === "en" ? [] : [`Language detected from the text: ${nameOf(language)}.`];
  return { ...article, metadata: { ...metadata, language }, notes: [...notes, ...note] };
}

/** A language in English: "French". */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
