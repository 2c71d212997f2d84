import slugify from "@sindresorhus/slugify";

/** Length of a slug before a number is appended. */
const MAX_SLUG_LENGTH = 60;

/** The name of an article in addresses: its title in plain letters, cut at a word boundary. */
export function slugFor(title: string): string {
  const slug = slugify(title);
  if (slug.length <= MAX_SLUG_LENGTH) return slug || "article";
  const cut = slug.slice(0, MAX_SLUG_LENGTH + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : slug.slice(0, MAX_SLUG_LENGTH);
}
