/**
 * The file for crawlers (RFC 9309): everything that is published can be read, the desk can't.
 * @param site.licence URL of the licence of the data; null if none is set
 */
export function renderRobots({ publicUrl, licence }: { publicUrl: string; licence: string | null }): string {
  const use =
    licence === null ? [] : [`# The data of the fact-checks can be used under this licence: ${licence}`];
  return [
    ...use,
    "User-agent: *",
    "Disallow: /desk",
    "Disallow: /author/",
    "Disallow: /api/",
    "Allow: /api/docs",
    "Allow: /api/logos/",
    "Allow: /",
    "",
    `Sitemap: ${publicUrl}/sitemap.xml`,
    "",
  ].join("\n");
}
