import { useContext } from "react";
import { LanguageContext } from "@/components/words/use-words";
import type { Organisation } from "@/lib/organisation";
import { chooseText, type PageText } from "@/lib/site-pages/site-page";

/** The text that a page shows: the one that the reader chose, else the one in the language of the page, else of the newsroom. */
export function useChosenText(
  texts: readonly PageText[],
  wanted: string | null,
  organisation: Organisation | null,
): PageText | null {
  const language = useContext(LanguageContext);
  return chooseText(texts, [
    ...(wanted === null ? [] : [wanted]),
    language,
    ...(organisation?.languages ?? []),
  ]);
}
