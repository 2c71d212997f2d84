/** How the words of a text differ from those of another reader of the same file. */
export interface WordComparison {
  /** F1 of the words; a word that occurs twice counts twice. */
  f1: number;
  /** The same after what differs by rule was set equal; see `compareWords`. */
  fairF1: number;
  /** How many words both have after that, added up: the weight of `fairF1` in the F1 of all words of many files. */
  words: number;
  /** Words that only the other reader has, and that only ours has, after that. */
  lost: string[];
  added: string[];
}

/**
 * Compares two readings of a PDF. Both are brought to one normal form (NFKC; without soft hyphens, joiners and the bars that stretch Arabic words),
 * and scripts without spaces are compared by letter. Beside the plain F1, one in which four rules are set equal, because they are
 * decisions and no words are lost by either side:
 * - what a note names as left out (running heads, page numbers) is subtracted from the other reading;
 * - pdftotext removes each hyphen at a line's end, also that of a compound: "tex-/faq" is "texfaq". Hyphens that our note calls unsure count;
 * - our "[1]" for a raised number of a note is the figure "1" behind its word;
 * - pdftotext reads the angle brackets of old TeX fonts as the letters h and i: "⟨key⟩" is "hkeyi".
 */
export function compareWords(
  ours: string,
  peers: string,
  { leftOut, unsure }: { leftOut: readonly string[]; unsure: string },
): WordComparison {
  const text = normal(ours);
  const plain = { ours: countOf(wordsOf(text)), peers: countOf(wordsOf(normal(peers))) };
  const fair = { ours: new Map(plain.ours), peers: new Map(plain.peers) };
  for (const word of leftOut.flatMap((line) => wordsOf(normal(line)))) take(fair.peers, word);
  /** Counts the parts of a word as that word, where only the other reading has it. */
  const swap = (word: string, parts: readonly string[]) => {
    if ((fair.peers.get(word) ?? 0) <= (fair.ours.get(word) ?? 0)) return;
    if (!parts.every((part) => fair.ours.get(part))) return;
    for (const part of parts) take(fair.ours, part);
    fair.ours.set(word, (fair.ours.get(word) ?? 0) + 1);
  };
  for (const [, word = ""] of text.matchAll(/[〈⟨]\W?([\p{L}\p{M}\p{N}]+)/gu)) swap(`h${word}i`, [word]);
  for (const [, word = "", number = ""] of text.matchAll(
    /([\p{L}\p{M}\p{N}]{1,80})\[([\p{L}\p{N}]{1,3})\]/gu,
  ))
    swap(word + number, [word, number]);
  const doubted = normal(unsure);
  for (const [, first = "", second = ""] of text.matchAll(
    /(?<![\p{L}\p{M}\p{N}])(?=([\p{L}\p{M}\p{N}]{1,80})[-‐]([\p{L}\p{M}\p{N}]{1,80}))/gu,
  ))
    if (!doubted.includes(`${first}-${second}`)) swap(first + second, [first, second]);
  return {
    f1: f1Of(plain.ours, plain.peers),
    fairF1: f1Of(fair.ours, fair.peers),
    words: sizeOf(fair.ours) + sizeOf(fair.peers),
    lost: surplus(fair.peers, fair.ours),
    added: surplus(fair.ours, fair.peers),
  };
}

/** A dotless i with an accent is an i with that accent. */
const DOTLESS = /ı(?=[\u0300-\u036f])/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]/g;

function normal(text: string): string {
  return text.replace(DOTLESS, "i").normalize("NFKC").replace(INVISIBLE, "").toLowerCase();
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, word: string): void {
  const count = counts.get(word) ?? 0;
  if (count > 0) counts.set(word, count - 1);
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function f1Of(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = sizeOf(one) + sizeOf(other);
  const shared = [...one].reduce((sum, [word, count]) => sum + Math.min(count, other.get(word) ?? 0), 0);
  return size === 0 ? 1 : (2 * shared) / size;
}

function surplus(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] {
  return [...one].flatMap(([word, count]) =>
    Array<string>(Math.max(0, count - (other.get(word) ?? 0))).fill(word),
  );
}
