import { Parser } from "htmlparser2";

/** Deeper than any page, but shallow enough that no recursion overflows the stack. */
export const MAX_DEPTH = 400;
/** UTF-16 units parsed between two depth checks. */
const CHUNK_LENGTH = 65_536;

/**
 * Whether elements are nested deeper than in any page. It only counts and stops early, so that hostile input is refused before anything is
 * built from it.
 */
export function exceedsMaxDepth(markup: string, { xml = false } = {}): boolean {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser(
    {
      onopentagname() {
        depth++;
        if (depth > deepest) deepest = depth;
      },
      onclosetag() {
        depth--;
      },
    },
    { xmlMode: xml, decodeEntities: false },
  );
  for (let at = 0; at < markup.length && deepest <= MAX_DEPTH; at += CHUNK_LENGTH)
    parser.write(markup.slice(at, at + CHUNK_LENGTH));
  return deepest > MAX_DEPTH;
}
