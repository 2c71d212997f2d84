/** What publishers append to a DOI in the URLs of its pages. */
const PAGE_SUFFIX =
  /(?:\/(?:full|fulltext|abstract|summary|pdf|epdf|epub|meta|html|references|figures)(?:\.html?)?|(?:v\d+)?\.full(?:\.pdf)?|\.pdf|\.html?)$/i;

/**
 * Extracts a digital object identifier (ISO 26324) from a DOI, the URL of a resolver or of a publisher's page, or "doi:…".
 * @returns the DOI in lower case, such as "10.1000/182"; null if there is none
 */
export function doiIn(input: string): string | null {
  const bare = input.trim();
  const resolved =
    /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|(?:info:|urn:)?doi\s*[:/]?\s*)?(?=10\.\d{4,9}(?:\/|%2f))([^\s?#]+)/i.exec(
      bare,
    )?.[1];
  if (resolved) return tidied(decoded(resolved));
  const shown = /(?:doi:\s*|\/|[?&](?:id|doi)=)(10\.\d{4,9}(?:\/|%2f)[^\s"<>?#&]+)/i.exec(bare)?.[1];
  return shown ? tidied(decoded(shown).replace(PAGE_SUFFIX, "")) : null;
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
