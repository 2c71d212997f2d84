import { Fragment, useContext } from "react";
import { languagePieces } from "@/lib/reports/languages/language-pieces";
import { LanguageContext } from "./use-words";

/**
 * A sentence of the product with names of others in it, such as "By 王小明, 17 May 2024": each name is marked with its own language.
 * @param known BCP 47 tag of the text that the names come from
 */
export function ComposedText({ children, known }: { children: string; known?: string }) {
  return languagePieces(children, useContext(LanguageContext), known).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
    if (typeof piece === "string") return <Fragment key={index}>{piece}</Fragment>;
    const { text, ...own } = piece;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <bdi key={index} {...own}>
        {text}
      </bdi>
    );
  });
}
