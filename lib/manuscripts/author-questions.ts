import type { Claim } from "@/lib/claims/claim";
import type { AuthorDecision } from "@/lib/claims/outcome";

/** What the author of a manuscript is asked about one passage, and nothing else of the claim. */
export type AuthorQuestion = {
  /** Of the outcome that it is about. */
  outcomeId: string;
  /** The claim's number. */
  number: number;
  passage: string;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** What this author and others answered, oldest first. */
  answers: { decision: AuthorDecision; text: string; by: string; at: string }[];
} & ({ kind: "query"; question: string } | { kind: "change"; wording: string });

/**
 * What the author is asked: open queries and suggested wordings, in the order of the text. The fields are listed one by one, so that
 * statements, sources, notes, comments and the names of the desk stay where they are.
 * @param claims without deleted ones
 */
export function authorQuestions(claims: readonly Claim[]): AuthorQuestion[] {
  return claims
    .flatMap(({ number, state, excluded, anchor, outcome }): AuthorQuestion[] => {
      // A passage that was lost is not in the text that the author reads.
      if (state === "retired" || excluded || anchor.outcome === "orphaned" || !outcome) return [];
      const shared = {
        outcomeId: outcome.id,
        number,
        passage: anchor.exact,
        start: anchor.start,
        end: anchor.end,
        answers: outcome.answers.map(({ decision, text, by, at }) => ({ decision, text, by, at })),
      };
      if (outcome.kind === "query" && outcome.question !== null)
        return [{ ...shared, kind: "query", question: outcome.question }];
      if (outcome.kind === "change" && outcome.wording !== null)
        return [{ ...shared, kind: "change", wording: outcome.wording }];
      return [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
}
