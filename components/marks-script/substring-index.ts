/** Units that are looked up: enough that few places in prose have the same. */
const WINDOW = 8;
const BUCKETS = 1 << 16;

/**
 * Finds texts in a long one without reading it again for each: positions are kept by the hash of the units that follow, as compressors do.
 * @returns a function that yields the UTF-16 offsets of a text, ascending
 */
export function substringIndex(text: string): (sought: string) => Generator<number> {
  const heads = new Int32Array(BUCKETS).fill(-1);
  const next = new Int32Array(text.length);
  for (let at = text.length - WINDOW; at >= 0; at--) {
    const bucket = bucketOf(text, at);
    next[at] = heads[bucket] as number;
    heads[bucket] = at;
  }
  return function* find(sought) {
    if (sought.length < WINDOW) {
      for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) yield at;
      return;
    }
    for (let at = heads[bucketOf(sought, 0)] as number; at !== -1; at = next[at] as number)
      if (text.startsWith(sought, at)) yield at;
  };
}

function bucketOf(text: string, at: number): number {
  let hash = 0;
  for (let unit = at; unit < at + WINDOW; unit++) hash = (Math.imul(hash, 31) + text.charCodeAt(unit)) | 0;
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
