/** Longer headers are read as if they accepted everything. */
const MAX_HEADER_LENGTH = 1_000;

interface Range {
  /** "application/ld+json", "application/*" or "*\/*", without parameters. */
  type: string;
  /** From 0, never, to 1. */
  quality: number;
}

/**
 * The media type of an answer that a client accepts most; of equals the first (RFC 9110, section 12.5.1). Parameters are not compared: a client
 * that asks for another profile of JSON-LD gets the one that there is.
 * @param accept the header as it was sent
 * @param offered at least one, with their parameters
 * @returns null if the client accepts none
 */
export function chooseType(accept: string | null, offered: readonly string[]): string | null {
  if (accept === null || accept.trim() === "" || accept.length > MAX_HEADER_LENGTH) return offered[0] ?? null;
  const ranges = (accept.match(/(?:[^",]|"[^"]*")+/g) ?? []).map(rangeOf);
  const rated = offered.map((type) => ({ type, quality: qualityOf(bare(type), ranges) }));
  const best = Math.max(...rated.map(({ quality }) => quality));
  return best > 0 ? (rated.find(({ quality }) => quality === best)?.type ?? null) : null;
}

const bare = (type: string) => (type.split(";")[0] ?? "").trim().toLowerCase();

function rangeOf(text: string): Range {
  const quality = Number(/;\s*q=([\d.]+)\s*(?:;|$)/i.exec(text)?.[1] ?? 1);
  return { type: bare(text), quality: quality >= 0 && quality <= 1 ? quality : 1 };
}

/** What the most exact range says about a type; 0 if none is about it. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [family = ""] = type.split("/");
  for (const name of [type, `${family}/*`, "*/*"]) {
    const found = ranges.filter((range) => range.type === name);
    if (found.length > 0) return Math.max(...found.map(({ quality }) => quality));
  }
  return 0;
}
