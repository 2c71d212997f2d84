import type { Claim } from "@/lib/claims/claim";
import type { OutcomeKind } from "@/lib/claims/outcome";

/** An outcome as text to edit. What was typed for another choice stays while the form is open. */
export interface OutcomeDraft {
  kind: OutcomeKind;
  wording: string;
  question: string;
  note: string;
}

/** The outcome of a claim as text to edit; null for none. */
export function outcomeFields(outcome: Claim["outcome"]): OutcomeDraft | null {
  if (!outcome) return null;
  const { kind, wording, question, note } = outcome;
  return { kind, wording: wording ?? "", question: question ?? "", note: note ?? "" };
}

/** The outcome after a choice. @param passage the words in the text, with which a wording begins */
export function withOutcomeKind(
  before: OutcomeDraft | null,
  kind: OutcomeKind,
  passage: string,
): OutcomeDraft {
  const { wording = "", question = "", note = "" } = before ?? {};
  return { kind, wording: kind === "change" && wording === "" ? passage : wording, question, note };
}
