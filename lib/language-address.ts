/** The parameter of public addresses that names a language. */
export const LANGUAGE_PARAMETER = "lang";

/**
 * The address of a public document in a language.
 * @param href with or without a query and a fragment
 * @param language BCP 47
 */
export function inLanguage(href: string, language: string): string {
  const [address = "", ...fragment] = href.split("#");
  const joint = address.includes("?") ? "&" : "?";
  return [`${address}${joint}${LANGUAGE_PARAMETER}=${language}`, ...fragment].join("#");
}
