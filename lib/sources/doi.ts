/**
 * The digital object identifier in what somebody gave: a DOI, an address of a resolver, or "doi:…" (ISO 26324). Case does not count.
 * @returns in small letters, "10.1000/182"; null where there is none
 */
export function doiIn(given: string): string | null {
  const found = /(?:^|doi\.org\/|doi:\s*|\/)(10\.\d{4,9}\/[^\s"<>]+)/i.exec(given.trim())?.[1];
  if (!found) return null;
  const bare = found.replace(/[?#].*$/, "").replace(/[.,;)\]]+$/, "");
  try {
    return decodeURIComponent(bare).toLowerCase();
  } catch {
    return bare.toLowerCase();
  }
}
