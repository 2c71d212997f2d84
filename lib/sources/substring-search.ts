/**
 * Prepares a search for one string in others, by the algorithm of Knuth, Morris and Pratt (1977). Its cost is linear in both lengths for
 * every input; `String.indexOf` needs their product for repetitive text.
 * @returns a function that finds the first occurrence at or after an offset, in UTF-16 units; -1 if there is none
 */
export function substringSearch(needle: string): (text: string, from: number) => number {
  const borders = bordersOf(needle);
  return (text, from) => {
    let matched = 0;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      while (matched > 0 && unit !== needle.charCodeAt(matched)) matched = borders[matched - 1] as number;
      if (unit === needle.charCodeAt(matched)) matched += 1;
      if (matched === needle.length) return at + 1 - matched;
    }
    return -1;
  };
}

/** For each prefix, the length of the longest string that is both its beginning and its end, and is shorter than it. */
function bordersOf(needle: string): Int32Array {
  const borders = new Int32Array(needle.length);
  let length = 0;
  for (let at = 1; at < needle.length; at++) {
    while (length > 0 && needle.charCodeAt(at) !== needle.charCodeAt(length))
      length = borders[length - 1] as number;
    if (needle.charCodeAt(at) === needle.charCodeAt(length)) length += 1;
    borders[at] = length;
  }
  return borders;
}
