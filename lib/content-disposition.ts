/**
 * The header that names a downloaded file (RFC 6266). A name with other letters than ASCII is given twice: for every client in ASCII, and
 * as it is in `filename*` (RFC 8187), which clients prefer.
 * @param kind whether a browser shows the file or stores it
 */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/["\\]/g, "").replace(/[^\u0020-\u007e]+/gu, "_");
  const simple = `${kind}; filename="${plain}"`;
  return plain === name ? simple : `${simple}; filename*=UTF-8''${encodeName(name)}`;
}

/** The file name in such a header; null if it has none. */
export function fileNameIn(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(header ?? "")?.[1];
  if (encoded !== undefined)
    try {
      return decodeURIComponent(encoded);
    } catch {
      // A broken escape: the plain name is there as well.
    }
  return /filename="([^"]+)"/.exec(header ?? "")?.[1] ?? null;
}

/** RFC 8187 allows fewer characters than encodeURIComponent leaves as they are. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
