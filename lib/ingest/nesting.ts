import { Parser } from "htmlparser2";

/** Deeper than any page; shallow enough that no walk runs out of stack. */
export const MAX_DEPTH = 400;
/** UTF-16 units that are read between two looks at how deep it goes. */
const STEP = 65_536;

/**
 * Whether elements stand within each other deeper than those of any page. It only counts, and stops as soon as it knows: what is made
 * to be deep is refused before anything is built of it.
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
  for (let at = 0; at < markup.length && deepest <= MAX_DEPTH; at += STEP)
    parser.write(markup.slice(at, at + STEP));
  return deepest > MAX_DEPTH;
}
