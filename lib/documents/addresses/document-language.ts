import "@/lib/words/languages";
import { LANGUAGE_PARAMETER } from "@/lib/page-address";
import { languages } from "@/lib/words/words";

/**
 * The language that an address asks for. Only those that the product speaks count, so that no one can fill the cache with others.
 * @param url path and query, as sent: "/articles/taxes?lang=es"
 * @returns BCP 47; null if it asks for none, or for another one
 */
export function readDocumentLanguage(url: string): string | null {
  const at = url.indexOf("?");
  const wanted = at === -1 ? null : new URLSearchParams(url.slice(at + 1)).get(LANGUAGE_PARAMETER);
  return wanted !== null && languages().includes(wanted) ? wanted : null;
}
