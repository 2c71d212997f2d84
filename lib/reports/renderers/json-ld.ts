/** JSON-LD as the content of a script element: no text in it can end the element or open a comment. */
export function jsonLd(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
