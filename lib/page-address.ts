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

const MARKDOWN_ENDING = ".md";

/**
 * The address of a public page as Markdown: "/archive?after=x" is at "/archive.md?after=x", the front page at "/index.md".
 * @param href path, with or without a query
 */
export function asMarkdown(href: string): string {
  const [path = "", ...query] = href.split("?");
  return [`${path === "/" ? "/index" : path}${MARKDOWN_ENDING}`, ...query].join("?");
}

/** The path of the page that a path names as Markdown; null if it does not end as such. */
export function pageOfMarkdown(path: string): string | null {
  if (!path.endsWith(MARKDOWN_ENDING)) return null;
  const page = path.slice(0, -MARKDOWN_ENDING.length);
  if (page === "/index") return "/";
  return page.endsWith("/") || page === "" ? null : page;
}
