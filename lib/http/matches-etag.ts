/**
 * Whether If-None-Match names an ETag, or any ("*"). It compares weakly (RFC 9110, section 13.1.2).
 * @param header as it was sent
 */
export function matchesEtag(header: string | null | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return (header ?? "").split(",").some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}
