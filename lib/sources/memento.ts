/** URL patterns of web archives: a timestamp, then the URL of the archived page. */
const MEMENTOS = [
  /^https?:\/\/(?:www\.)?web\.archive\.org\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/(?:www\.)?arquivo\.pt\/(?:no)?wayback\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/webarchive\.(?:nationalarchives\.gov|parliament)\.uk\/(?:ukgwa\/)?(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/(?:archive\.(?:today|ph|is|li|vn|md|fo))\/(\d{4,14})\/(.+)$/i,
];

/**
 * The URL of the page that a web archive's URL is a copy of (a Memento, RFC 7089).
 * @returns null if it is not such a URL, or doesn't contain the page's URL (perma.cc, archive.ph/AbCdE)
 */
export function archivedPageOf(address: string): string | null {
  for (const pattern of MEMENTOS) {
    const page = pattern.exec(address.trim())?.[2];
    if (!page) continue;
    // Some archives write one slash, or no scheme.
    const url = /^https?:/i.test(page) ? page.replace(/^(https?:)\/*/i, "$1//") : `http://${page}`;
    return URL.canParse(url) && new URL(url).hostname.includes(".") ? url : null;
  }
  return null;
}
