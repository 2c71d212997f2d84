import { languagePieces } from "../../languages/language-pieces";
import { isolated, type TextLanguage, textLanguage } from "../../text-language";

/** A language as Typst takes it. */
export interface TypstLanguage {
  /** Two or three letters; null to go on with the language around it. */
  lang: string | null;
  /** Two letters. */
  region: string | null;
  dir: "ltr" | "rtl";
}

/** A text with its own language and direction. */
export interface FieldView extends TypstLanguage {
  text: string;
}

/** Words of a line; those in another language as a field. */
export type PieceView = string | (Omit<TypstLanguage, "dir"> & { text: string });

/**
 * A sentence of the product with names of others in it, in pieces.
 * @param language BCP 47, of the sentence
 * @param known BCP 47 tag of the text that the names come from
 */
export function composedView(text: string, language: string, known?: string): PieceView[] {
  return languagePieces(text, language, known).map((piece) => {
    if (typeof piece === "string") return piece;
    const { lang, region } = typstLanguage({ dir: "ltr", ...piece });
    return { text: piece.text, lang, region };
  });
}

/** A text that stands alone: a title, a statement, a note. @param known BCP 47 tag of the text that it comes from */
export function fieldView(text: string, known?: string): FieldView {
  return { text, ...typstLanguage(textLanguage(text, known)) };
}

/**
 * A text in the middle of a line, which keeps the direction of the line.
 * @param language BCP 47, of the line
 */
export function inlineView(text: string, language: string, known?: string): FieldView {
  return { ...fieldView(text, known), text: isolated(text, language) };
}

/** Splits a BCP 47 tag: Typst accepts a language of two or three letters and a region of two. */
export function typstLanguage({ lang, dir }: TextLanguage): TypstLanguage {
  if (lang === undefined) return { lang: null, region: null, dir };
  try {
    const { language, region } = new Intl.Locale(lang);
    // Of "und-Cyrl" only the script is known.
    return { lang: language ?? "und", region: region?.length === 2 ? region : null, dir };
  } catch {
    return { lang: "en", region: null, dir }; // An invalid tag: English hyphenation is better than none.
  }
}
