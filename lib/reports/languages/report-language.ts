import "@/lib/words/languages";
import { z } from "zod";
import { languages, spokenLanguage, words } from "@/lib/words/words";
import type { Report } from "../report";

/**
 * The language of the words in the files of a Report: the chosen one, else that of its article. English where the product does not speak it.
 * @param chosen BCP 47; null for none
 * @returns BCP 47
 */
export function reportLanguage(
  { article }: { article: Pick<Report["article"], "language"> },
  chosen: string | null = null,
): string {
  return spokenLanguage(chosen ?? article.language);
}

/** A language that a person or a program can choose for a file; null for none, which "" is too. */
export const languageChoice = z
  .string()
  .max(35)
  .nullish()
  .transform((tag) => tag || null)
  .refine((tag) => tag === null || languages().includes(tag), {
    error: words("reports")("language.unknown", { languages: languages().join(", ") }),
  });
