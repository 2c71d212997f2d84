/** How web archives write the address of a page that they keep: its time, then the page's own address. */
const MEMENTOS = [
  /^https?:\/\/(?:www\.)?web\.archive\.org\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/(?:www\.)?arquivo\.pt\/(?:no)?wayback\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/webarchive\.(?:nationalarchives\.gov|parliament)\.uk\/(?:ukgwa\/)?(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/(?:archive\.(?:today|ph|is|li|vn|md|fo))\/(\d{4,14})\/(.+)$/i,
];

/**
 * The page that an address of a web archive keeps a copy of (a Memento, RFC 7089).
 * @returns null where the address is no such, or does not say of which page: perma.cc, archive.ph/AbCdE
 */
export function archivedPageOf(address: string): string | null {
  for (const pattern of MEMENTOS) {
    const page = pattern.exec(address.trim())?.[2];
    if (!page) continue;
    // Some write one slash, or none of the scheme at all.
    const whole = /^https?:/i.test(page) ? page.replace(/^(https?:)\/*/i, "$1//") : `http://${page}`;
    return URL.canParse(whole) && new URL(whole).hostname.includes(".") ? whole : null;
  }
  return null;
}
