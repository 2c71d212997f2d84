import { REDACTED, redactedLabel } from "@/lib/reports/redacted-mark";
import { normaliseUrl } from "@/lib/sources/normalise-url";
import { findWords, foldWords, type Range, UNSPACED, uniteRanges } from "./find-words";
import { type FoldedText, foldText } from "./fold-text";
import { occurrences } from "./occurrences";
import type { AppliedRedaction, RedactionTarget } from "./redaction";

/** Which part of a Report. */
export interface Where {
  part: "text" | "article" | "claim" | "source" | "correction" | "other";
  /** Number of the claim or source. */
  number: number | null;
}

/** One thing that a redaction takes out of a Report. For the desk only. */
export interface Spot extends Where {
  before: string;
  removed: string;
  after: string;
}

export type OnSpot = (redaction: AppliedRedaction, spot: Spot) => void;

/** UTF-16 units shown around a spot. */
const CONTEXT = 40;
/** A value that repeats only a part of a redacted passage goes too, unless it is shorter: UTF-16 units, words. */
const MIN_PART = { length: 12, words: 3 } as const;

interface Pattern {
  redaction: AppliedRedaction;
  words: string;
  /** As an address spells them. */
  spelled: string;
  matchCase: boolean;
}

/** Erases what redactions name from single values. Its cost grows with the length of a value, times the number of patterns. */
export class Eraser {
  /** Numbers of the redactions that changed something. */
  readonly applied = new Set<number>();
  private readonly patterns: Pattern[];
  private readonly passages: { redaction: AppliedRedaction; words: string }[];
  private readonly addresses = new Map<string, AppliedRedaction>();
  /** What was found for each address. */
  private readonly known = new Map<string, AppliedRedaction | null>();

  constructor(
    redactions: readonly AppliedRedaction[],
    private readonly onSpot: OnSpot = () => undefined,
  ) {
    this.patterns = redactions.flatMap((redaction) => {
      const matchCase = redaction.target.kind === "text" && redaction.target.matchCase;
      return wordsOf(redaction.target)
        .map((each) => ({
          redaction,
          words: foldWords(each, { matchCase }),
          spelled: foldWords(spelledOut(each), { matchCase: false }),
          matchCase,
        }))
        .filter(({ words }) => words !== "");
    });
    this.passages = redactions.flatMap((redaction) =>
      passagesOf(redaction.target).map((each) => ({
        redaction,
        words: foldWords(each, { matchCase: false }),
      })),
    );
    for (const redaction of redactions)
      for (const address of addressesOf(redaction.target)) {
        const key = keyOf(address);
        if (!this.addresses.has(key)) this.addresses.set(key, redaction);
      }
  }

  /** The ranges of a text that have to go, in order and without overlaps. */
  ranges(text: string, where: Where): Range[] {
    const folded = new Map<boolean, FoldedText>();
    let found: Range[] = [];
    for (const { redaction, words, matchCase } of this.patterns) {
      const fold = folded.get(matchCase) ?? foldText(text, { matchCase });
      folded.set(matchCase, fold);
      const ranges = findWords(fold, words);
      if (ranges.length === 0) continue;
      for (const range of ranges)
        if (!found.some(({ start, end }) => start <= range.start && range.end <= end))
          this.report(redaction, where, text, range);
      this.applied.add(redaction.number);
      found = uniteRanges([...found, ...ranges]);
    }
    return found;
  }

  /** A value as readers see it. @param options.repeats whether it can repeat a part of the article's text or of a source */
  text(value: string, where: Where, { repeats = false } = {}): string {
    const ranges = this.ranges(value, where);
    const [first] = ranges;
    if (!first) return (repeats ? this.partOfPassage(value, where) : null) ?? value;
    if (value.slice(0, first.start).trim() === "" && value.slice(first.end).trim() === "")
      return redactedLabel(this.reasonFor(value));
    let left = "";
    let end = 0;
    for (const range of ranges) {
      left += value.slice(end, range.start) + REDACTED;
      end = range.end;
    }
    return left + value.slice(end);
  }

  /** An address as readers see it; null if it has to go. */
  address(value: string, where: Where): string | null {
    // Most addresses appear several times.
    let redaction = this.known.get(value);
    if (redaction === undefined) {
      redaction = this.addresses.get(keyOf(value)) ?? this.namedIn(value) ?? null;
      this.known.set(value, redaction);
    }
    if (!redaction) return value;
    this.remove(redaction, where, value);
    return null;
  }

  /** The redaction whose words an address spells; undefined if there is none. */
  private namedIn(address: string): AppliedRedaction | undefined {
    const folded = foldText(spelledOut(address), { matchCase: false });
    return this.patterns.find(({ spelled }) => findWords(folded, spelled).length > 0)?.redaction;
  }

  /** Takes a whole value out. @returns what readers see instead */
  remove(redaction: AppliedRedaction, where: Where, removed: string): string {
    this.report(redaction, where, removed, { start: 0, end: removed.length });
    this.applied.add(redaction.number);
    return redactedLabel(redaction.reason);
  }

  /** The redaction of a source that a text names; undefined if there is none. */
  sourceNamedIn(text: string): AppliedRedaction | undefined {
    const folded = foldText(text, { matchCase: false });
    return this.patterns.find(
      ({ redaction, words }) => redaction.target.kind === "source" && findWords(folded, words).length > 0,
    )?.redaction;
  }

  /** The label of a value that is only a part of a redacted passage, such as the statement of a claim in it; otherwise null. */
  private partOfPassage(value: string, where: Where): string | null {
    if (this.passages.length === 0) return null;
    const words = foldWords(value, { matchCase: false });
    if (words.length < MIN_PART.length) return null;
    if (words.split(" ").length < MIN_PART.words && !UNSPACED.test(words)) return null;
    const passage = this.passages.find((each) => occurrences(each.words, words).length > 0);
    return passage ? this.remove(passage.redaction, where, value) : null;
  }

  private reasonFor(value: string): string {
    const pattern = this.patterns.find(
      ({ words, matchCase }) => findWords(foldText(value, { matchCase }), words).length > 0,
    );
    return (pattern as Pattern).redaction.reason;
  }

  private report(redaction: AppliedRedaction, where: Where, text: string, { start, end }: Range): void {
    this.onSpot(redaction, {
      ...where,
      before: text.slice(Math.max(0, start - CONTEXT), start),
      removed: text.slice(start, end),
      after: text.slice(end, end + CONTEXT),
    });
  }
}

function wordsOf(target: RedactionTarget): readonly string[] {
  switch (target.kind) {
    case "source":
      return [...target.words, ...target.addresses, ...target.excerpts];
    case "text":
    case "excerpt":
    case "passage":
      return [target.text];
    case "attachment":
      return [target.address];
  }
}

function passagesOf(target: RedactionTarget): readonly string[] {
  switch (target.kind) {
    case "source":
      return target.excerpts;
    case "excerpt":
    case "passage":
      return [target.text];
    case "text":
    case "attachment":
      return [];
  }
}

function addressesOf(target: RedactionTarget): readonly string[] {
  if (target.kind === "source") return target.addresses;
  return target.kind === "attachment" ? [target.address] : [];
}

/** Equal for two addresses of one page. */
function keyOf(address: string): string {
  const key = normaliseUrl(address);
  return key.ok ? key.value : address.trim();
}

/** An address as words: "https://example.org/jane-doe" becomes "https example org jane doe". */
function spelledOut(address: string): string {
  let decoded = address;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    // Broken escapes stay as they are.
  }
  return decoded.replace(/[\s\-_+./\\?&=#%:;,@~()[\]]+/g, " ");
}
