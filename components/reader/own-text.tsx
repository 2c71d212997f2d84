import { useContext } from "react";
import { LanguageContext } from "@/components/words/use-words";
import { ownLanguage } from "@/lib/reports/text-language";
import { WordsIn } from "./words-in";

/**
 * A text of the newsroom or the article inside a line: marked where its language or direction is not that of the page.
 * @param known BCP 47 tag of the text it comes from
 */
export function OwnText({ children, known }: { children: string; known?: string }) {
  const around = useContext(LanguageContext);
  const own = ownLanguage(children, around, known);
  const words = <WordsIn language={own.lang ?? around}>{children}</WordsIn>;
  return own.lang || own.dir ? <bdi {...own}>{words}</bdi> : words;
}
