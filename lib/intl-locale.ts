/**
 * The locale that dates, numbers and lists of a language follow: English ones as in "17 May 2024" and "A, B and C"; Arabic ones with the
 * digits of its international newspapers (0–9), which claim numbers and addresses have too. A tag that names a region keeps its digits.
 * @param language BCP 47
 */
export function intlLocale(language: string): string {
  if (language === "en") return "en-GB";
  return language === "ar" ? "ar-u-nu-latn" : language;
}
