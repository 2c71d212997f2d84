import { compareWords, piecesOf } from "@/lib/anchoring/compare-words";
import { findCandidates } from "@/lib/anchoring/find-candidates";
import { similarity } from "@/lib/anchoring/similarity";
import { tokenise } from "@/lib/anchoring/tokenise";
import { foldText } from "@/lib/document/find-in-text";
import type { Report, ReportClaim, ReportEvidence } from "@/lib/reports/report";

/** A part of a wording. */
export interface WordingPart {
  text: string;
  /** Whether the other wording has something else here, or nothing. */
  changed: boolean;
}

/** What the article says beside what the original says. */
export interface AlteredWording {
  /** Number of the source that has the original. */
  source: number;
  original: WordingPart[];
  article: WordingPart[];
}

/** The rating for wordings that someone changed. */
const ALTERED = "altered";

/**
 * How the words of a claim that is rated as altered differ from the original, as far as its evidence has it: an excerpt that refutes the
 * claim, or from a primary source, and that is the same passage in other words.
 * @returns null if no excerpt is similar enough, or one has exactly these words
 */
export function alteredWording(
  report: Pick<Report, "sources">,
  claim: Pick<ReportClaim, "quote" | "ratingKey" | "evidence">,
): AlteredWording | null {
  if (claim.ratingKey !== ALTERED) return null;
  const rank = ({ stance, source }: ReportEvidence) =>
    (stance === "refutes" ? 2 : 0) + (report.sources[source - 1]?.primary ? 1 : 0);
  const originals = claim.evidence
    .filter((evidence) => evidence.excerpt !== null && evidence.stance !== "supports" && rank(evidence) > 0)
    .toSorted((one, other) => rank(other) - rank(one));
  for (const { source, excerpt } of originals) {
    const wordings = compareWordings(excerpt ?? "", claim.quote);
    if (wordings) return { source, ...wordings };
  }
  return null;
}

/** UTF-16 units of a wording; longer ones are not compared. */
const MAX_LENGTH = 10_000;
/** From this similarity (0 to 1) on, two passages count as one in two wordings. */
const MIN_SIMILARITY = 0.5;

/**
 * Compares two wordings of a passage word by word, ignoring case, accents, and kinds of quotation marks and dashes. Either can have more
 * text around it, which is left out. The cost is that of `findCandidates` and one `compareWords`, of texts of a limited length.
 * @returns null if they are not similar, equal, or too long to compare
 */
export function compareWordings(
  original: string,
  article: string,
): { original: WordingPart[]; article: WordingPart[] } | null {
  if (Math.max(original.length, article.length) > MAX_LENGTH) return null;
  const [one, other] = [original, article].map((text) => text.replace(/\s+/g, " ").trim()) as [
    string,
    string,
  ];
  const isOriginalLonger = one.length >= other.length;
  const [longer, shorter] = isOriginalLonger ? [one, other] : [other, one];
  const found = compareWithPassage(shorter, longer);
  if (!found) return null;
  const { whole, passage } = found;
  return isOriginalLonger ? { original: passage, article: whole } : { original: whole, article: passage };
}

/** A stretch of both texts: the same in both, or what each has instead. */
interface Stretch {
  isSame: boolean;
  shorter: string;
  longer: string;
}

/** Compares a text with the passage of a longer one that is most similar to it. */
function compareWithPassage(
  shorter: string,
  longer: string,
): { whole: WordingPart[]; passage: WordingPart[] } | null {
  const [nearest] = findCandidates(longer, shorter, 1);
  if (!nearest) return null;
  const core = withoutEdges(shorter);
  const range = widened(longer, nearest, tokenise(core, new Map()).starts.length);
  const stretches = stretchesOf(core, longer.slice(range.start, range.end));
  const start = range.start + trimEdge(stretches[0], "start");
  const end = range.end - trimEdge(stretches.at(-1), "end");
  if (stretches.every(({ isSame }) => isSame) || similarity(core, longer.slice(start, end)) < MIN_SIMILARITY)
    return null;
  const coreStart = shorter.indexOf(core);
  const around = (text: string, omission: string) => (WORD.test(text) ? omission : text);
  return {
    whole: partsOf(
      shorter.slice(0, coreStart),
      stretches.map((stretch) => ({ text: stretch.shorter, changed: !stretch.isSame })),
      shorter.slice(coreStart + core.length),
    ),
    passage: partsOf(
      around(longer.slice(0, start), "… "),
      stretches.map((stretch) => ({ text: stretch.longer, changed: !stretch.isSame })),
      around(longer.slice(end), " …"),
    ),
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** A text from its first word to its last. */
function withoutEdges(text: string): string {
  const pieces = piecesOf(text);
  const isWord = (piece: string) => WORD.test(piece);
  return pieces.slice(Math.max(0, pieces.findIndex(isWord)), pieces.findLastIndex(isWord) + 1).join("");
}

/** A range with as many more tokens on either side as the other wording has: it may say the same in fewer words. */
function widened(text: string, { start, end }: { start: number; end: number }, by: number) {
  const { starts, ends } = tokenise(text, new Map());
  const first = starts.findIndex((at) => at >= start);
  const last = ends.findLastIndex((at) => at <= end);
  return {
    start: Math.min(start, starts[Math.max(0, first - by)] ?? start),
    end: Math.max(end, ends[Math.min(ends.length - 1, last + by)] ?? end),
  };
}

/** Both texts, each in its own words. Differences that no reader would call one are none. */
function stretchesOf(shorter: string, longer: string): Stretch[] {
  const keyOf = (piece: string) => foldText(piece).folded.replaceAll('"', "'");
  const pieces = piecesOf(shorter);
  let at = 0;
  const next = (like: string) => {
    const from = at;
    at += piecesOf(like).length;
    return pieces.slice(from, at).join("");
  };
  const stretches: Stretch[] = [];
  for (const { kind, text } of compareWords(shorter, longer, keyOf)) {
    if (kind === "same") {
      stretches.push({ isSame: true, shorter: next(text), longer: text });
      continue;
    }
    let stretch = stretches.at(-1);
    if (!stretch || stretch.isSame) {
      stretch = { isSame: false, shorter: "", longer: "" };
      stretches.push(stretch);
    }
    if (kind === "removed") stretch.shorter += next(text);
    else stretch.longer += text;
  }
  return stretches.flatMap(withoutSharedSpace);
}

/** A space that both texts have before what differs is no part of it. */
function withoutSharedSpace(stretch: Stretch): Stretch[] {
  const { isSame, shorter, longer } = stretch;
  if (isSame || !shorter.startsWith(" ") || !longer.startsWith(" ")) return [stretch];
  return [
    { isSame: true, shorter: " ", longer: " " },
    { isSame, shorter: shorter.slice(1), longer: longer.slice(1) },
  ];
}

/**
 * Takes what only surrounds the passage out of the first or last stretch: of the longer text, it keeps as many words as the shorter one
 * has there. Punctuation alone is no change.
 * @returns how many UTF-16 units of the longer text it took out
 */
function trimEdge(stretch: Stretch | undefined, edge: "start" | "end"): number {
  if (!stretch || stretch.isSame) return 0;
  const words = piecesOf(stretch.shorter).filter((piece) => WORD.test(piece)).length;
  const before = stretch.longer.length;
  const pieces = piecesOf(stretch.longer);
  const indexes = pieces.flatMap((piece, index) => (WORD.test(piece) ? [index] : []));
  if (words === 0) {
    stretch.longer = "";
    stretch.isSame = true;
  } else if (edge === "start") stretch.longer = pieces.slice(indexes.at(-words) ?? 0).join("");
  else stretch.longer = pieces.slice(0, (indexes[words - 1] ?? pieces.length) + 1).join("");
  return before - stretch.longer.length;
}

/** Parts without empty ones; those next to each other that are unchanged become one. */
function partsOf(before: string, parts: readonly WordingPart[], after: string): WordingPart[] {
  const all = [{ text: before, changed: false }, ...parts, { text: after, changed: false }];
  const merged: WordingPart[] = [];
  for (const { text, changed } of all) {
    const last = merged.at(-1);
    if (text === "") continue;
    if (last && !last.changed && !changed) last.text += text;
    else merged.push({ text, changed });
  }
  return merged;
}
