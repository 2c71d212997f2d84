/** What publishers put behind a DOI in the addresses of its pages. */
const PAGE_OF_IT =
  /(?:\/(?:full|fulltext|abstract|summary|pdf|epdf|epub|meta|html|references|figures)(?:\.html?)?|(?:v\d+)?\.full(?:\.pdf)?|\.pdf|\.html?)$/i;

/**
 * The digital object identifier in what somebody gave: a DOI, an address of a resolver or of a publisher's page, or "doi:…" (ISO 26324).
 * Case does not count.
 * @returns in small letters, "10.1000/182"; null where there is none
 */
export function doiIn(given: string): string | null {
  const bare = given.trim();
  const resolved =
    /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|(?:info:|urn:)?doi\s*[:/]?\s*)?(?=10\.\d{4,9}(?:\/|%2f))(.+)$/is.exec(
      bare,
    )?.[1];
  if (resolved) return tidied(decoded(resolved.replace(/\s.*$/s, "").replace(/[?#].*$/s, "")));
  const shown = /(?:^|doi\.org\/|doi:\s*|\/|[?&](?:id|doi)=)(10\.\d{4,9}(?:\/|%2f)[^\s"<>?#&]+)/i.exec(
    bare,
  )?.[1];
  return shown ? tidied(decoded(shown).replace(PAGE_OF_IT, "")) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function tidied(doi: string): string | null {
  const tidy = doi
    .replace(/[.,;\]"]+$/, "")
    .replace(/^([^(]*)\)$/, "$1")
    .toLowerCase();
  return /^10\.\d{4,9}\/\S/.test(tidy) ? tidy : null;
}
