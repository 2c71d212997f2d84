import slugify from "@sindresorhus/slugify";

/** Units that a slug may have before a number is put behind it. */
const LENGTH = 60;

/** The name of an article in addresses: its title in plain letters, cut after a whole word. */
export function slugFor(title: string): string {
  const slug = slugify(title);
  if (slug.length <= LENGTH) return slug || "article";
  const cut = slug.slice(0, LENGTH + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : slug.slice(0, LENGTH);
}
