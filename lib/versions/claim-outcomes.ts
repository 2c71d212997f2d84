import type { ReanchorOutcome } from "@/lib/anchoring/reanchor";

/** What becomes of a claim in a new text. */
export type OutcomeKind = ReanchorOutcome["kind"];

/** The kinds of outcomes, those that need an editor first. */
export const OUTCOME_KINDS = [
  "orphaned",
  "changed",
  "moved",
  "exact",
] as const satisfies readonly OutcomeKind[];

/** What becomes of one claim. */
export interface ClaimOutcome {
  number: number;
  statement: string;
  /** Its words in the text where its position was last certain. */
  before: string;
  /** Its words in the new text, if they are others; null if they are the same or are gone. */
  after: string | null;
}

/** What becomes of the claims of an article in a new text. */
export interface ClaimOutcomes {
  /** Number of claims by outcome. */
  counts: Record<OutcomeKind, number>;
  /** By outcome, in the order of their numbers; at most `MAX_LISTED` of each. */
  claims: Record<OutcomeKind, ClaimOutcome[]>;
}

/** Most claims that are listed for one outcome; the counts have all. */
export const MAX_LISTED = 50;

/** Longest words of a claim that are shown, in UTF-16 units. */
const MAX_QUOTED = 300;

/**
 * Groups claims by what becomes of them.
 * @param text canonical text of the new version
 */
export function groupOutcomes(
  text: string,
  followed: readonly { number: number; statement: string; before: string; outcome: ReanchorOutcome }[],
): ClaimOutcomes {
  const counts = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
  const claims: ClaimOutcomes["claims"] = { exact: [], moved: [], changed: [], orphaned: [] };
  for (const { outcome, number, statement, before } of followed.toSorted((a, b) => a.number - b.number)) {
    const { kind } = outcome;
    counts[kind] += 1;
    if (claims[kind].length >= MAX_LISTED) continue;
    const after = kind === "changed" ? shortened(text.slice(outcome.range.start, outcome.range.end)) : null;
    claims[kind].push({ number, statement: shortened(statement), before: shortened(before), after });
  }
  return { counts, claims };
}

function shortened(words: string): string {
  return words.length > MAX_QUOTED ? `${words.slice(0, MAX_QUOTED).toWellFormed()}…` : words;
}
