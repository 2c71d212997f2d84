import { useContext } from "react";
import { LanguageContext } from "@/components/words/use-words";
import { ownLanguage } from "@/lib/reports/text-language";

/**
 * A text of the newsroom or the article inside a line: marked where its language or direction is not that of the page.
 * @param known BCP 47 tag of the text it comes from
 */
export function OwnText({ children, known }: { children: string; known?: string }) {
  const own = ownLanguage(children, useContext(LanguageContext), known);
  return own.lang || own.dir ? <bdi {...own}>{children}</bdi> : children;
}
