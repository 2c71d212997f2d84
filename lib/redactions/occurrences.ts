/** UTF-16 units up to which the engine's own search is used: its worst case is the product of both lengths. */
const SHORT = 32;

/**
 * All offsets at which a text contains another, overlapping ones included. The cost grows with the length of the text alone, whatever
 * it repeats (Knuth, Morris and Pratt, 1977).
 * @param wanted not empty
 */
export function occurrences(text: string, wanted: string): number[] {
  const found: number[] = [];
  // Most texts do not even contain its begin.
  const first = text.indexOf(wanted.slice(0, SHORT));
  if (first < 0) return found;
  if (wanted.length <= SHORT) {
    for (let at = first; at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
    return found;
  }
  const borders = bordersOf(wanted);
  for (let at = first, matched = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
    if (wanted.charCodeAt(matched) === unit) matched += 1;
    if (matched < wanted.length) continue;
    found.push(at + 1 - matched);
    matched = borders[matched - 1] as number;
  }
  return found;
}

/** For each prefix, the length of its longest proper prefix that is also its suffix. */
function bordersOf(wanted: string): Int32Array {
  const borders = new Int32Array(wanted.length);
  for (let at = 1, length = 0; at < wanted.length; at++) {
    const unit = wanted.charCodeAt(at);
    while (length > 0 && wanted.charCodeAt(length) !== unit) length = borders[length - 1] as number;
    if (wanted.charCodeAt(length) === unit) length += 1;
    borders[at] = length;
  }
  return borders;
}
