/**
 * A text without the differences that no reader sees: Unicode normal forms and compatible characters, kinds and runs of white space,
 * straight and curly quotation marks, kinds of hyphens, soft hyphens and other invisible characters.
 */
export interface FoldedText {
  text: string;
  /** Counted when they are first needed: most texts have nothing that is looked for. */
  offsets: () => FoldedOffsets;
}

/** Where each unit of a folded text comes from. */
export interface FoldedOffsets {
  /** The UTF-16 offset at which its original begins. */
  starts: Int32Array;
  /** The UTF-16 offset at which its original ends. */
  ends: Int32Array;
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
  fold(
    original,
    matchCase,
    (part) => parts.push(part),
    () => undefined,
  );
  let offsets: FoldedOffsets | undefined;
  return {
    text: parts.join(""),
    offsets() {
      offsets ??= countOffsets(
        original,
        matchCase,
        parts.reduce((sum, part) => sum + part.length, 0),
      );
      return offsets;
    },
  };
}

/**
 * Walks a text once.
 * @param add receives each part of the folded text and the range it comes from: unit by unit if it is plain, otherwise as a whole
 * @param extend receives the new end of the last part, a space, where more white space follows
 */
function fold(
  original: string,
  matchCase: boolean,
  add: (part: string, start: number, end: number, isPlain: boolean) => void,
  extend: (end: number) => void,
): void {
  let endsInSpace = false;
  for (let at = 0; at < original.length; ) {
    const plain = endOfPlain(original, at, endsInSpace);
    if (plain > at) {
      const run = original.slice(at, plain);
      add(matchCase ? run : run.toLowerCase(), at, plain, true);
      endsInSpace = run.endsWith(" ");
      at = plain;
      continue;
    }
    const end = endOfCluster(original, at);
    const cluster = original.slice(at, end);
    if (SPACE.test(cluster)) {
      if (endsInSpace) extend(end);
      else add(" ", at, end, false);
      endsInSpace = true;
    } else if (!INVISIBLE.test(cluster)) {
      const folded = foldCluster(cluster, matchCase);
      add(folded, at, end, false);
      endsInSpace = folded.endsWith(" ");
    }
    at = end;
  }
}

/** @param length of the folded text */
function countOffsets(original: string, matchCase: boolean, length: number): FoldedOffsets {
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)];
  let at = 0;
  fold(
    original,
    matchCase,
    (part, start, end, isPlain) => {
      for (let unit = 0; unit < part.length; unit++, at++) {
        starts[at] = isPlain ? start + unit : start;
        ends[at] = isPlain ? start + unit + 1 : end;
      }
    },
    (end) => {
      ends[at - 1] = end;
    },
  );
  return { starts, ends };
}

/** The end of the plain ASCII at an offset: single spaces and what folds to one unit, with nothing after it that combines. */
function endOfPlain(text: string, start: number, afterSpace: boolean): number {
  let wasSpace = afterSpace;
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e || (unit === 0x20 && wasSpace)) break;
    wasSpace = unit === 0x20;
  }
  return at > start && isMark(text, at) ? at - 1 : at;
}

/** The end of the character at an offset, with the marks that combine with it. */
function endOfCluster(text: string, start: number): number {
  let end = start + unitsAt(text, start);
  while (isMark(text, end)) end += unitsAt(text, end);
  return end;
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/** Whether the character at an offset combines with the one before it. */
function isMark(text: string, at: number): boolean {
  return at < text.length && text.charCodeAt(at) >= 0x300 && /^\p{M}/u.test(text.slice(at, at + 2));
}

function foldCluster(cluster: string, matchCase: boolean): string {
  const same = [...cluster.normalize("NFKD")].map((character) => SAME[character] ?? character).join("");
  // By way of capitals, which makes "ß" and "SS", "ς" and "σ" equal.
  return matchCase ? same : same.toUpperCase().toLowerCase();
}
