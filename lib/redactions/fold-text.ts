/**
 * A text without the differences that no reader sees: Unicode normal forms and compatible characters, kinds and runs of white space,
 * straight and curly quotation marks, kinds of hyphens, soft hyphens and other invisible characters.
 */
export interface FoldedText {
  text: string;
  /** For each unit of `text`, the UTF-16 offset at which its original begins. */
  starts: number[];
  /** For each unit of `text`, the UTF-16 offset at which its original ends. */
  ends: number[];
}

const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u;
const SPACE = /^[\s\u0085\u180e]+$/u;
const SAME: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  ʼ: "'",
  "′": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "″": '"',
  "‐": "-",
  "‑": "-",
};

/** Folds a text. Its cost grows with its length alone. @param matchCase keeps capitals apart from small letters */
export function foldText(original: string, { matchCase }: { matchCase: boolean }): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let endsInSpace = false;
  const add = (folded: string, start: number, end: number) => {
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let start = 0; start < original.length; ) {
    const end = endOfCluster(original, start);
    const cluster = original.slice(start, end);
    if (end - start === 1 && cluster > " " && cluster < "\u007f") {
      add(matchCase ? cluster : cluster.toLowerCase(), start, end);
      endsInSpace = false;
    } else if (SPACE.test(cluster)) {
      if (endsInSpace) ends[ends.length - 1] = end;
      else add(" ", start, end);
      endsInSpace = true;
    } else if (!INVISIBLE.test(cluster)) {
      const folded = foldCluster(cluster, matchCase);
      add(folded, start, end);
      endsInSpace = folded === " ";
    }
    start = end;
  }
  return { text: parts.join(""), starts, ends };
}

/** The end of the character at an offset, with the marks that combine with it. */
function endOfCluster(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
  // Most characters are followed by ASCII, which combines with nothing.
  while (end < text.length && text.charCodeAt(end) >= 0x300 && /^\p{M}/u.test(text.slice(end, end + 2)))
    end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  return end;
}

function foldCluster(cluster: string, matchCase: boolean): string {
  const same = [...cluster.normalize("NFKD")].map((character) => SAME[character] ?? character).join("");
  // By way of capitals, which makes "ß" and "SS", "ς" and "σ" equal.
  return matchCase ? same : same.toUpperCase().toLowerCase();
}
