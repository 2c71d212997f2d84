/** The locale that dates and lists of a language follow: English ones as in "17 May 2024" and "A, B and C". @param language BCP 47 */
export function intlLocale(language: string): string {
  return language === "en" ? "en-GB" : language;
}
