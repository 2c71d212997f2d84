import { showAsRead } from "@/lib/notation/show-as-read";

/**
 * Writes into pasted HTML what an import writes into a page: raised figures, fractions and quotation marks as characters, so that "10⁹" does
 * not become "109". @param language the text's, if it is known
 */
export function asReadHtml(html: string, language = ""): string {
  // A parsed document runs and loads nothing.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  showAsRead(body, language);
  return body.innerHTML;
}
