import { contentStreams } from "./content-streams";

/**
 * How deep the pages of a PDF save their state ("q") without restoring it ("Q"), counted over the file. The time that the reader of PDFs
 * takes grows with the square of this: some hundred thousand would take hours. It only counts, and takes linear time.
 * @param limit the search ends at this depth
 */
export function saveDepth(bytes: Uint8Array, limit: number): number {
  let depth = 0;
  let deepest = 0;
  for (const { content } of contentStreams(bytes))
    for (const change of savesIn(content)) {
      depth = Math.max(0, depth + change);
      if (depth > deepest) deepest = depth;
      if (deepest >= limit) return deepest;
    }
  return deepest;
}

/** For each operator that saves the state 1, for each that restores it -1. Text in parentheses holds no operators. */
function* savesIn(content: Buffer): Generator<1 | -1> {
  let inText = 0;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at] as number;
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN) inText++;
    else if (byte === CLOSE) inText = Math.max(0, inText - 1);
    else if (inText === 0 && (byte === SAVE || byte === RESTORE))
      if (content[at - 1] !== SLASH && isDelimiter(content[at - 1]) && isDelimiter(content[at + 1]))
        // After a slash it is a name.
        yield byte === SAVE ? 1 : -1;
  }
}

const [BACKSLASH, SLASH, OPEN, CLOSE, SAVE, RESTORE] = [..."\\/()qQ"].map((sign) => sign.charCodeAt(0));

/** Whether a byte ends an operator: white space, the start of another object, or the end of the stream. */
function isDelimiter(byte: number | undefined): boolean {
  return byte === undefined || byte <= 32 || /[[\]<>()/%]/.test(String.fromCharCode(byte));
}
