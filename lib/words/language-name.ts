/**
 * What a language is called by its speakers, with a capital letter where they have some: "Español", "العربية".
 * @param language BCP 47
 */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  const [first = ""] = name;
  return first.toLocaleUpperCase(language) + name.slice(first.length);
}
