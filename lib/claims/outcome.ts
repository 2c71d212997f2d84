/** What a check decides about a claim of a manuscript: the passage stands, should read differently, or needs an answer from the author. */
export const OUTCOME_KINDS = ["stands", "change", "query"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What became of a suggested wording. */
export type WordingDecision = "accepted" | "declined";

/** What the author says: an answer to a question, or a word on a suggested wording. */
export const AUTHOR_DECISIONS = ["answer", "agree", "disagree"] as const;
export type AuthorDecision = (typeof AUTHOR_DECISIONS)[number];

/** A person of the desk. */
interface Judge {
  id: string;
  name: string;
}

/** What the author answered to an outcome. */
export interface AuthorAnswer {
  id: string;
  decision: AuthorDecision;
  /** Can be empty where the author agrees. */
  text: string;
  /** The author's name, as the desk entered it. */
  by: string;
  /** ISO 8601 instant. */
  at: string;
}

/** The content of an outcome, as an editor enters it. */
export interface OutcomeContent {
  kind: OutcomeKind;
  /** The suggested wording of the passage, with `change`; null otherwise. */
  wording: string | null;
  /** The question to the author, with `query`; null otherwise. */
  question: string | null;
  /** Why, for the desk. */
  note: string | null;
}

/** The outcome of a claim of a manuscript. */
export interface Outcome extends OutcomeContent {
  id: string;
  /** With `stands`: what became of the wording suggested before. Null if there was none. */
  decided: { decision: WordingDecision; by: Judge } | null;
  /** Who judged the claim: of an accepted wording, the person who suggested it. */
  givenBy: Judge;
  /** ISO 8601 instant. */
  givenAt: string;
  /** What the author answered to it, oldest first. */
  answers: AuthorAnswer[];
}

/** The content of an outcome without who gave it; null for none. */
export function contentOfOutcome(outcome: Outcome | null): OutcomeContent | null {
  if (!outcome) return null;
  const { kind, wording, question, note } = outcome;
  return { kind, wording, question, note };
}

/** Whether nothing more has to happen to the claim's text: it was judged, and no suggestion or question is open. */
export function isResolved(outcome: Pick<OutcomeContent, "kind"> | null): boolean {
  return outcome?.kind === "stands";
}

/** Whether the author has been asked something and has not answered. */
export function awaitsAuthor(outcome: Pick<Outcome, "kind" | "answers"> | null): boolean {
  return outcome?.kind === "query" && outcome.answers.length === 0;
}
