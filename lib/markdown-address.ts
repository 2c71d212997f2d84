const ENDING = ".md";

/**
 * The address of a public page as Markdown: "/archive?after=x" is at "/archive.md?after=x", the front page at "/index.md".
 * @param href path, with or without a query
 */
export function asMarkdown(href: string): string {
  const [path = "", ...query] = href.split("?");
  return [`${path === "/" ? "/index" : path}${ENDING}`, ...query].join("?");
}

/** The path of the page that a path names as Markdown; null if it does not end as such. */
export function pageOfMarkdown(path: string): string | null {
  if (!path.endsWith(ENDING)) return null;
  const page = path.slice(0, -ENDING.length);
  if (page === "/index") return "/";
  return page.endsWith("/") || page === "" ? null : page;
}
