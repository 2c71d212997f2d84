/**
 * Path of an article's public page. Letters outside ASCII are percent-encoded as UTF-8 (RFC 3986, 2.5; RFC 3987, 3.1), so that the path is
 * the same in a link, a header and a feed.
 * @param slug the article's name in addresses, not encoded
 */
export function articlePath(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/**
 * The slug that a person or a program wrote: percent-encoded, as it is, or as bytes of UTF-8 that a program sent without encoding, which
 * Node reads as one character each. Letters can be composed or not.
 * @returns null for escapes that are broken
 */
export function readSlug(part: string): string | null {
  try {
    // No slug has a "%", so that one that was decoded already stays as it is.
    return fromBytes(decodeURIComponent(part)).normalize("NFC");
  } catch {
    return null;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function fromBytes(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0020-\u00ff]/.test(text)) return text;
  try {
    return utf8.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}
