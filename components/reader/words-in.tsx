import { Fragment } from "react";
import { languagePieces } from "@/lib/reports/languages/language-pieces";

/**
 * Words of a text, with those in other letters marked with their own language. Their direction is what Unicode makes of it in the text.
 * @param language BCP 47, of the text
 */
export function WordsIn({ children, language }: { children: string; language: string }) {
  return languagePieces(children, language).map((piece, index) =>
    typeof piece === "string" || piece.lang === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
      <Fragment key={index}>{typeof piece === "string" ? piece : piece.text}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} lang={piece.lang}>
        {piece.text}
      </span>
    ),
  );
}
