import { showAsRead } from "@/lib/notation/show-as-read";

/**
 * Writes into pasted HTML what an import writes into a page: raised figures, fractions and quotation marks as characters, so that "10⁹" does
 * not become "109". @param language the article's
 */
export function asReadHtml(html: string, language: string): string {
  // A parsed document runs and loads nothing.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  showAsRead(body, language);
  return body.innerHTML;
}
