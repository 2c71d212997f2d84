"use client";

import { createContext, useContext } from "react";
import type { Translator } from "@/lib/words/translator";
import { type Noun, type WordsKey, words } from "@/lib/words/words";

/** The language of the interface, BCP 47. */
export const LanguageContext = createContext("en");

/** Words for one noun in the language of the interface: `const t = useWords("claims"); t("save")`. */
export function useWords<N extends Noun>(noun: N): Translator<WordsKey<N>> {
  return words(noun, useContext(LanguageContext));
}
