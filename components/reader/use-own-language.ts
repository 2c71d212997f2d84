import { useContext } from "react";
import { LanguageContext } from "@/components/words/use-words";
import { ownLanguage, type TextLanguage } from "@/lib/reports/text-language";

/**
 * The attributes of an element with a text of the newsroom or the article: `<p {...own(note)}>`. None where its language and direction
 * are those of the page.
 */
export function useOwnLanguage(): (text: string, known?: string) => Partial<TextLanguage> {
  const language = useContext(LanguageContext);
  return (text, known) => ownLanguage(text, language, known);
}
