/** Whether a text is a language tag by BCP 47: "en", "ar-EG". */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
